// Fills in and sends the sign-up form by the page's own objects, as a bot does that is installed as an extension.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function enter(selector, text) {
  const field = document.querySelector(selector)
  field.scrollIntoView({ block: 'center' })
  field.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  field.focus()
  field.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  field.click()
  for (const key of text) {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    field.value += key
    field.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }))
    await pause(60 + 80 * Math.random())
  }
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

async function fill() {
  if (location.pathname !== '/') return
  for (let i = 0; i < 50 && !document.documentElement.dataset.vouchsafeAction; i++) await pause(100)
  window.scrollBy({ top: 400, behavior: 'smooth' })
  await pause(1500)
  await enter('input[type=email]', 'robin.meyer@example.org')
  await enter('input[type=password]', 'Quiet-River-48')
  await pause(400)
  document.querySelector('button[type=submit]').click()
}

void fill()
