// Loaded by site.js when somebody first goes to the search box. Nothing is asked of any server: the index is a file of the site.

globalThis.vouchsafeSearch = (form, base) => {
  const MOST = 12
  const field = form.querySelector('input')
  const engine = new globalThis.MiniSearch({
    fields: ['heading', 'page', 'text'],
    storeFields: ['url', 'heading', 'page', 'text'],
    searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false), combineWith: 'AND' },
  })
  const shelved = (url) => (/^(decisions|changelog|contributing)/.test(url) ? 0.4 : 1)
  engine.addAll(globalThis.vouchsafeDocs.map(([url, page, heading, text], id) => ({ id, url, page, heading, text })))

  const panel = document.createElement('div')
  panel.className = 'found'
  panel.hidden = true
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const list = document.createElement('ul')
  panel.append(status, list)
  form.append(panel)

  function show() {
    const asked = field.value.trim()
    panel.hidden = asked === ''
    const found = asked === '' ? [] : engine.search(asked, { boostDocument: (_, __, { url }) => shelved(url) })
    status.textContent = found.length === 0 ? 'Nothing found.' : `${found.length} found${found.length > MOST ? `, the best ${MOST}` : ''}.`
    list.replaceChildren(...found.slice(0, MOST).map(item))
  }

  function item({ url, page, heading, text, terms }) {
    const link = document.createElement('a')
    link.href = base + url
    const title = document.createElement('strong')
    title.textContent = heading || page
    const where = document.createElement('small')
    where.textContent = heading ? page : ''
    const excerpt = document.createElement('span')
    excerpt.append(...marked(excerptOf(text, terms), terms))
    link.append(title, ' ', where, excerpt)
    const entry = document.createElement('li')
    entry.append(link)
    return entry
  }

  /** Some words around the first that was found. */
  function excerptOf(text, terms) {
    const lower = text.toLowerCase()
    const at = Math.max(
      0,
      ...terms
        .map((term) => lower.indexOf(term))
        .filter((index) => index >= 0)
        .slice(0, 1),
    )
    const start = at < 60 ? 0 : text.indexOf(' ', at - 60) + 1
    return (start > 0 ? '… ' : '') + text.slice(start, start + 150)
  }

  function marked(text, terms) {
    const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    if (escaped.length === 0) return [text]
    return text.split(new RegExp(`(${escaped.join('|')})`, 'i')).map((part, index) => {
      if (index % 2 === 0) return part
      const mark = document.createElement('mark')
      mark.textContent = part
      return mark
    })
  }

  function move(event) {
    const links = [field, ...list.querySelectorAll('a')]
    const at = links.indexOf(document.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      panel.hidden = true
      field.focus()
    } else if (step && at >= 0) {
      event.preventDefault()
      links[Math.min(Math.max(at + step, 0), links.length - 1)].focus()
    }
  }

  field.addEventListener('input', show)
  form.addEventListener('keydown', move)
  // Enter opens the best.
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget)) panel.hidden = true
  })
  field.addEventListener('focus', show)
  show()
}
