/** No format that is read here has more columns. */
const MOST_FIELDS = 32

/** One quoted field from behind its opening quote; `""` stands for a quote (RFC 4180 §2.7). */
function quoted(line: string, start: number): { readonly text: string; readonly end: number } {
  let text = ''
  let at = start
  while (at < line.length) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return { text: text + line.slice(at), end: line.length }
    text += line.slice(at, quote)
    if (line[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
  return { text, end: at }
}

/** The fields of a line of CSV, or of tab-separated text where there is a tab. Linear; fields beyond the 32nd are left out. */
export function splitFields(line: string): readonly string[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  if (text.includes('\t')) return text.split('\t', MOST_FIELDS).map((field) => field.trim())
  if (!text.includes('"')) return text.split(',', MOST_FIELDS).map((field) => field.trim())
  const fields: string[] = []
  for (let at = 0; at <= text.length && fields.length < MOST_FIELDS; ) {
    const isQuoted = text[at] === '"'
    const field = isQuoted ? quoted(text, at + 1) : undefined
    const comma = text.indexOf(',', field?.end ?? at)
    const end = comma < 0 ? text.length : comma
    fields.push((field?.text ?? text.slice(at, end)).trim())
    at = end + 1
  }
  return fields
}
