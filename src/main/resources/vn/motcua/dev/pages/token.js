// Without this script each form shows its bare token; with it, token and command are copied.
const said = document.getElementById('said');
const text = document.getElementById('text');

function address(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim() !== '') query.set(name, value.trim());
  }
  return `${location.origin}/dev/token?${query}`;
}

function tell(vietnamese, english) {
  const translated = document.createElement('span');
  translated.lang = 'en';
  translated.textContent = ` ${english}`;
  said.replaceChildren(vietnamese, translated);
}

async function give(what, vietnamese, english) {
  text.value = what;
  try {
    await navigator.clipboard.writeText(what);
    tell(`Đã sao chép ${vietnamese}.`, `${english} copied.`);
  } catch {
    text.focus();
    text.select();
    tell(`Hãy sao chép ${vietnamese} bên dưới.`, `Copy the ${english.toLowerCase()} below.`);
  }
}

async function giveToken(form) {
  const answer = await fetch(address(form), { headers: { Accept: 'text/plain, application/problem+json' } });
  if (answer.ok) {
    await give(await answer.text(), `mã của ${form.dataset.who}`, 'Token');
  } else {
    text.value = '';
    tell((await answer.json()).detail, 'No token: unit or agency is not known.');
  }
}

for (const form of document.querySelectorAll('.people form')) {
  const first = form.querySelector('button');
  first.replaceChildren('Sao chép mã ', Object.assign(document.createElement('span'), { lang: 'en', textContent: 'Copy token' }));
  form.addEventListener('submit', event => {
    event.preventDefault();
    giveToken(form);
  });
  const command = Object.assign(document.createElement('button'), { type: 'button' });
  command.setAttribute('aria-label', `Sao chép lệnh curl: ${form.dataset.who}`);
  command.textContent = 'Sao chép curl';
  command.addEventListener('click', () => give(`curl -sf "${address(form)}"`, 'lệnh', 'Command'));
  first.after(command);
  form.addEventListener('input', () => { form.querySelector('code').textContent = `curl -sf "${address(form)}"`; });
}
