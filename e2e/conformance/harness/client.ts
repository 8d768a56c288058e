import type { Credentials } from '../credentials.js'
import type { OwnServer } from './own-server.js'
import { type Answer, addressOf, type Sent, sendRequest } from './send-request.js'

/** The server that is judged. */
export interface Target {
  /** Its origin. */
  readonly url: string
  readonly keys: Credentials
  /** Where we started it ourselves: its data folder can be looked into. */
  readonly server?: OwnServer
  /** How long one answer may take, in ms. */
  readonly patience: number
  /** Between requests to a surface that limits them by the second, in ms. */
  readonly pace: number
}

/** What an item sees of the server. */
export interface Client extends Target {
  /** What was sent so far and how it was answered: `GET /v1/myip 200`. Without secrets. */
  readonly requests: readonly string[]
  send(method: string, path: string, sent?: Sent): Promise<Answer>
  get(path: string, headers?: Sent['headers'], query?: Sent['query']): Promise<Answer>
  post(path: string, json: unknown, headers?: Sent['headers']): Promise<Answer>
}

/** Session tokens and ids stay: they are worth nothing without a key. */
const shownPath = (url: URL): string => {
  const shown = new URL(url)
  if (shown.searchParams.has('api_key')) shown.searchParams.set('api_key', '*')
  return `${shown.pathname}${shown.search}`.slice(0, 120)
}

/** One for each item, so that what it sent can be told apart. */
export function createClient(target: Target): Client {
  const requests: string[] = []
  const send = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const url = addressOf(target.url, path, sent.query)
    const place = requests.push(`${method} ${shownPath(url)}`) - 1
    // As the proxy says it that the server was told of; one that was told of none does not look.
    const headers = { 'x-forwarded-for': '198.51.100.200', ...sent.headers }
    const answer = await sendRequest(url, method, { ...sent, headers }, target.patience)
    requests[place] += ` ${answer.status}`
    return answer
  }
  return {
    ...target,
    requests,
    send,
    get: (path, headers = {}, query = {}) => send('GET', path, { headers, query }),
    post: (path, json, headers = {}) => send('POST', path, { json, headers }),
  }
}
