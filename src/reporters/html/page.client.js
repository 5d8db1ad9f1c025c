// Runs in the page: shows the files that were asked for. Plain JavaScript, for the browser that opens the attachment.
const form = document.getElementById('filters');
const files = [...document.querySelectorAll('details.file')];

function show() {
  const { code, path, count, status } = form.elements;
  const boxes = status instanceof RadioNodeList ? [...status] : [status];
  const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
  const part = path.value.toLowerCase();
  let shown = 0;
  for (const file of files) {
    const { status, codes, path } = file.dataset;
    const fits =
      status.split(' ').some((each) => wanted.includes(each)) &&
      (code.value === '' || codes.split(' ').includes(code.value)) &&
      path.toLowerCase().includes(part);
    file.hidden = !fits;
    if (fits) shown += 1;
    for (const remark of file.querySelectorAll('[data-code]')) {
      remark.hidden = code.value !== '' && remark.dataset.code !== code.value;
    }
  }
  const all = files.length === 1 ? '1 file' : `${files.length} files`;
  count.value = shown === files.length ? all : `${shown} of ${all}`;
}

function toggle(open) {
  for (const file of files) if (!file.hidden) file.open = open;
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.elements.open.addEventListener('click', () => toggle(true));
  form.elements.close.addEventListener('click', () => toggle(false));
  for (const button of document.querySelectorAll('button[data-show]')) {
    button.addEventListener('click', () => {
      form.elements.code.value = button.dataset.show;
      show();
      form.scrollIntoView();
      form.elements.code.focus();
    });
  }
  // A browser may keep what was chosen before a reload.
  show();
}
