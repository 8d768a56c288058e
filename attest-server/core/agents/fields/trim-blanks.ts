const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t'

/** Without the blanks of RFC 9110 §5.5 at either end, and with all else: `trim` would take line ends and letters of other scripts too. */
export function trimBlanks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && isBlank(text[from])) from++
  while (to > from && isBlank(text[to - 1])) to--
  return text.slice(from, to)
}
