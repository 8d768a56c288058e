/** Fills in a sign-up form as password managers do: on a shortcut, in the page's isolated world, with events of a script. */
const ENTRY = { email: 'robin.meyer@example.org', password: 'Quiet-River-48' }

chrome.commands.onCommand.addListener(async (command) => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  if (command === 'fill' && tab) await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: fill, args: [ENTRY] })
})

/** In the page. Click, focus, a key without a name, value, input, change: what sites of all kinds need to take notice. */
function fill(entry) {
  const key = (type) => new KeyboardEvent(type, { bubbles: true, cancelable: true })
  for (const [type, value] of Object.entries(entry)) {
    const field = document.querySelector(`input[type=${type}]`)
    if (!field) continue
    field.click()
    field.focus()
    for (const one of ['keydown', 'keypress', 'keyup']) field.dispatchEvent(key(one))
    field.value = value
    for (const one of ['keydown', 'keypress', 'keyup']) field.dispatchEvent(key(one))
    for (const one of ['input', 'change']) field.dispatchEvent(new Event(one, { bubbles: true, cancelable: true }))
    field.blur()
  }
}
