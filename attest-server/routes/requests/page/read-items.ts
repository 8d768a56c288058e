/** What was pasted or opened, as a body of `POST /batch_score`. */
export type ReadItems = { readonly items: readonly unknown[] } | { readonly fault: string }

/**
 * A JSON array of requests as it is, or CSV (RFC 4180): with a first line of field names, one of which is `useragent`, or a user agent a line.
 * It is sent to the page as its own text, so that it needs nothing from outside of itself.
 */
export function readItems(text: string): ReadItems {
  const most = 500
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

  function fromCsv(csv: string): unknown[] {
    const [names = [], ...rows] = rowsOf(csv)
    const fields = names.map((name) => name.trim().toLowerCase())
    if (fields.includes('useragent'))
      return rows.map((row) =>
        // An empty cell was not told: a header that was missing is told by JSON.
        fieldsOf(Object.fromEntries(fields.map((name, i) => [name, row[i] ?? '']).filter(([name, cell]) => name !== '' && cell !== ''))),
      )
    // User agents have commas of their own: "KHTML, like Gecko".
    return csv
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ useragent: /^".*"$/.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line }))
  }

  function fromJson(json: string): unknown {
    try {
      return JSON.parse(json) as unknown
    } catch {
      return undefined
    }
  }

  const isJson = trimmed.startsWith('[') || trimmed.startsWith('{')
  const read = isJson ? fromJson(trimmed) : fromCsv(trimmed)
  if (read === undefined) return { fault: 'This begins like JSON and is none.' }
  if (!Array.isArray(read)) return { fault: 'The JSON must be an array of requests.' }
  if (read.length === 0) return { fault: 'There is nothing to score yet.' }
  return read.length > most ? { fault: `At most ${most} requests at once, and these are ${read.length}.` } : { items: read as unknown[] }
}
