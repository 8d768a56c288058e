import { setTimeout as pause } from 'node:timers/promises'
import { field } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Answer } from '../harness/send-request.js'

export const PATH = '/v1/bot/detect'

/** @param action `/google`, or nothing for auto detection @param asked without the key */
export async function detect(client: Client, action: string, asked: object): Promise<Answer> {
  await pause(client.pace)
  return client.post(`${PATH}${action}`, asked, { authorization: `Bearer ${await client.keys.yeb()}` })
}

/** Those fields of the result. */
export const seen = (answer: Answer, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, field(answer, `result.${name}`)]))
