/** What was pasted or opened, as a body of `POST /batch_score`. */
export type ReadItems =
  | {
      readonly items: readonly unknown[]
      /** Columns of CSV that no field has the name of, as they were written. */
      readonly ignored?: readonly string[]
    }
  | { readonly fault: string }

/**
 * A JSON array of requests as it is, or CSV (RFC 4180): with a first line of field names, one of which is `useragent` (`User-Agent`, `ua`), or a user agent
 * a line. It is sent to the page as its own text, so that it needs nothing from outside of itself.
 */
export function readItems(text: string): ReadItems {
  const most = 500
  const known =
    'useragent sec_ch_ua sec_ch_ua_mobile acceptlanguage acceptencoding accept ip xforwardedfor xrealip via dnt pragma cache_control'
      .concat(' upgrade_insecure_requests headerorder extra_headers')
      .split(' ')
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return { fault: 'There is nothing to score yet.' }

  function fieldsOf(value: Readonly<Record<string, unknown>>) {
    const { extra_headers: extra, ...rest } = value
    if (typeof extra !== 'string') return value
    try {
      return { ...rest, extra_headers: JSON.parse(extra) as unknown }
    } catch {
      return value
    }
  }

  function rowsOf(csv: string): string[][] {
    const rows: string[][] = [[]]
    let cell = ''
    let isQuoted = false
    for (let i = 0; i < csv.length; i++) {
      const letter = csv[i]!
      if (isQuoted) {
        if (letter !== '"') cell += letter
        else if (csv[i + 1] === '"') cell += csv[++i]!
        else isQuoted = false
      } else if (letter === '"' && cell === '') isQuoted = true
      else if (letter === ',' || letter === '\n') {
        rows[rows.length - 1]!.push(cell.replace(/\r$/, ''))
        cell = ''
        if (letter === '\n') rows.push([])
      } else cell += letter
    }
    rows[rows.length - 1]!.push(cell)
    return rows.filter((row) => row.some((one) => one.trim() !== ''))
  }

  /** `User-Agent`, `user_agent` and `ua` are one field: people write headers as they know them. */
  function fieldOf(column: string): string | undefined {
    const plain = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '')
    return plain(column) === 'ua' ? 'useragent' : known.find((name) => plain(name) === plain(column))
  }

  function fromTable(columns: readonly string[], rows: readonly (readonly string[])[]): ReadItems {
    const all = columns.map(fieldOf)
    const fields = all.map((name, i) => (all.indexOf(name) === i ? name : undefined))
    const ignored = columns.filter((column, i) => fields[i] === undefined && column !== '')
    const items = rows.map((row) =>
      // An empty cell was not told: a header that was missing is told by JSON.
      fieldsOf(Object.fromEntries(fields.map((name, i) => [name, row[i] ?? '']).filter(([name, cell]) => name && cell !== ''))),
    )
    return ignored.length > 0 ? { items, ignored } : { items }
  }

  /** Plain words, and more than the one that a user agent may be. */
  function areNames(columns: readonly string[]): boolean {
    const arePlain = columns.every((column) => fieldOf(column) !== undefined || /^[a-z][\w-]*$/i.test(column))
    return arePlain && (columns.length > 1 || columns.some((column) => fieldOf(column) !== undefined))
  }

  function fromCsv(csv: string): ReadItems {
    const [names = [], ...rows] = rowsOf(csv)
    const columns = names.map((name) => name.trim())
    if (columns.some((column) => fieldOf(column) === 'useragent')) return fromTable(columns, rows)
    if (areNames(columns)) return { fault: `The first line looks like names of columns (${columns.join(', ')}), and none is useragent.` }
    // User agents have commas of their own: "KHTML, like Gecko".
    const lines = csv.split('\n').map((line) => line.trim())
    return {
      items: lines
        .filter((line) => line !== '')
        .map((line) => ({ useragent: /^".*"$/.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line })),
    }
  }

  function fromJson(json: string): ReadItems {
    try {
      const items = JSON.parse(json) as unknown
      return Array.isArray(items) ? { items } : { fault: 'The JSON must be an array of requests.' }
    } catch {
      return { fault: 'This begins like JSON and is none.' }
    }
  }

  const isJson = trimmed.startsWith('[') || trimmed.startsWith('{')
  const read = isJson ? fromJson(trimmed) : fromCsv(trimmed)
  if ('fault' in read) return read
  if (read.items.length === 0) return { fault: 'There is nothing to score yet.' }
  return read.items.length > most ? { fault: `At most ${most} requests at once, and these are ${read.items.length}.` } : read
}
