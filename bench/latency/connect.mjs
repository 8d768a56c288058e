import { connect as open } from 'node:net'

const END = '\r\n\r\n'

/**
 * A connection that is kept open and asks one thing after another. It reads no more of an answer than where it ends: a client that costs as
 * much as the server would hide what the server costs.
 *
 * @param {string} url
 * @returns {Promise<{ ask(request: string): Promise<string>, close(): void }>} `ask` resolves with the whole answer
 */
export function connect(url) {
  const { hostname, port } = new URL(url)
  let text = ''
  /** @type {((answer: string) => void) | undefined} */
  let answered
  const socket = open({ host: hostname, port: Number(port), noDelay: true })
  socket.setEncoding('latin1').on('data', (/** @type {string} */ chunk) => {
    text += chunk
    const end = text.indexOf(END)
    if (end < 0) return
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) throw new Error(`no length: ${text.slice(0, end)}`)
    if (text.length < end + END.length + length) return
    const answer = text
    text = ''
    answered?.(answer)
  })
  const ask = (/** @type {string} */ request) =>
    new Promise((resolve) => {
      answered = resolve
      socket.write(request, 'latin1')
    })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => resolve({ ask, close: () => socket.destroy() }))
  })
}
