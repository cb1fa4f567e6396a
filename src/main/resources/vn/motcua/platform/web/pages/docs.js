SwaggerUIBundle({
  url: '/api-spec/openapi.yaml',
  dom_id: '#contract',
  deepLinking: true,
  validatorUrl: null,
});
