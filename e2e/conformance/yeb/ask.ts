import { setTimeout as pause } from 'node:timers/promises'
import { field } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Answer, Sent } from '../harness/send-request.js'

export const PATH = '/v1/bot/detect'

/** A request that keeps to the pace of the surface, whatever went before. @param action `/google`, or nothing for auto detection */
export async function ask(client: Client, action: string, sent: Sent): Promise<Answer> {
  await pause(client.pace)
  return client.send('POST', `${PATH}${action}`, sent)
}

/** @param asked without the key */
export async function detect(client: Client, action: string, asked: object): Promise<Answer> {
  return ask(client, action, { json: asked, headers: { authorization: `Bearer ${await client.keys.yeb()}` } })
}

/** Those fields of the result. */
export const seen = (answer: Answer, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, field(answer, `result.${name}`)]))
