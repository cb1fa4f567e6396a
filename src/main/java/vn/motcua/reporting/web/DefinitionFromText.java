package vn.motcua.reporting.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import vn.motcua.contract.DefinitionDto;

/** {@code OT-1} in a query is no Java name, so it is read by its value. */
@Component
class DefinitionFromText implements Converter<String, DefinitionDto> {

    @Override
    public DefinitionDto convert(String text) {
        return DefinitionDto.fromValue(text);
    }
}
