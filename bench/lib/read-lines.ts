import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'

/**
 * The lines of a text file, unpacked where its name ends in `.gz`, without holding the whole of it.
 *
 * @param onBytes is told how many bytes of the file were read
 * @throws what the file system or the unpacking throws
 */
export async function* readLines(path: string, onBytes: (count: number) => void = () => {}): AsyncGenerator<string> {
  const file = createReadStream(path)
  file.on('data', (chunk) => onBytes(chunk.length))
  const unpack = path.endsWith('.gz') ? createGunzip() : undefined
  // A pipe does not pass errors on.
  if (unpack) file.on('error', (error) => unpack.destroy(error))
  const letters = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of unpack ? file.pipe(unpack) : file) {
    const lines = (rest + letters.write(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  // A file that ends within a letter: what there is of it shows as U+FFFD. Asked once, for then it is gone.
  const last = rest + letters.end()
  if (last) yield last
}
