/** No line of a database is as long; a file without line ends is none. */
const LONGEST = 8192

/** @throws RangeError on a line that is too long */
export async function* lineBatches(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST) throw new RangeError('a line is too long')
    yield lines
  }
  if (rest !== '') yield [rest]
}
