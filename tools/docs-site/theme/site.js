// All that the pages need a script for: copying code, and the search. Both are additions; without this file every page is whole.

const base = document.currentScript.dataset.root

for (const block of document.querySelectorAll('.code')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(block.querySelector('code').textContent).then(
      () => say(button, 'Copied'),
      () => say(button, 'Not copied'),
    )
  })
  block.append(button)
}

function say(button, text) {
  button.textContent = text
  setTimeout(() => {
    button.textContent = 'Copy'
  }, 1500)
}

// The list is longer than the window: the page that is read shall be in sight.
document.querySelector('#pages [aria-current]')?.scrollIntoView({ block: 'nearest' })

const form = document.querySelector('form.search')
const field = form.querySelector('input')
let searching

/** The index and the engine are loaded once, when somebody first goes to the box. */
function prepare() {
  searching ??= ['theme/minisearch.js', 'theme/search-index.js', 'theme/search.js']
    .reduce((before, name) => before.then(() => load(name)), Promise.resolve())
    .then(() => globalThis.vouchsafeSearch(form, base))
  return searching
}

function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = base + name
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${name} did not come`))
    document.head.append(script)
  })
}

field.addEventListener('focus', prepare, { once: true })
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  field.focus()
})
