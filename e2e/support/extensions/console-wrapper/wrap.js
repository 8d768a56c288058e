/**
 * Wraps what error trackers, session recorders and developers' extensions wrap: the console, timers, listeners, fetch and history. Each
 * wrapper keeps a note and calls the original.
 */
{
  const notes = []
  const wrap = (owner, name) => {
    const original = owner[name]
    if (typeof original !== 'function') return
    owner[name] = function (...given) {
      if (notes.push(name) > 100) notes.shift()
      return original.apply(this, given)
    }
  }
  for (const name of ['debug', 'log', 'info', 'warn', 'error', 'table', 'trace', 'dir']) wrap(console, name)
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'fetch', 'open']) wrap(window, name)
  for (const name of ['addEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name)
  for (const name of ['pushState', 'replaceState']) wrap(history, name)
  for (const name of ['querySelector', 'querySelectorAll', 'createElement']) wrap(Document.prototype, name)
  for (const name of ['getBoundingClientRect', 'getAttribute', 'setAttribute']) wrap(Element.prototype, name)
  for (const name of ['open', 'send']) wrap(XMLHttpRequest.prototype, name)
}
