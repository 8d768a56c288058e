import type { Client } from '../harness/client.js'
import type { Answer } from '../harness/send-request.js'

/** Sends a request of the control plane about the shared project, or another. @param path behind the project */
export async function control(client: Client, method: string, path: string, json?: unknown, project?: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${await client.keys.account()}` }
  const id = project ?? (await client.keys.project()).id
  return client.send(method, `/v1/projects/${id}${path}`, json === undefined ? { headers } : { headers, json })
}

export interface RuleText {
  readonly name: string
  readonly expression: string
  readonly action: string
  readonly sort_order?: number
  readonly is_active?: boolean
}

/** Runs something while rules stand; they are removed whatever comes of it. @throws when one is not taken */
export async function withRules<T>(
  client: Client,
  rules: readonly RuleText[],
  run: (answers: readonly Answer[]) => Promise<T>,
): Promise<T> {
  const answers: Answer[] = []
  try {
    for (const rule of rules) {
      const answer = await control(client, 'POST', '/rules', rule)
      if (answer.status >= 300) throw new Error(`the rule "${rule.expression}" is not taken: ${answer.status} ${answer.text.slice(0, 200)}`)
      answers.push(answer)
    }
    return await run(answers)
  } finally {
    for (const answer of answers) await control(client, 'DELETE', `/rules/${String((answer.json as { id?: unknown } | undefined)?.id)}`)
  }
}

/** As they are before anybody changed them (BOT-53, BOT-54). */
export const defaultSettings = {
  allow_verified: true,
  protect_static: true,
  block_definite: false,
  challenge_likely: false,
  likely_bot_threshold: 30,
} as const

/** Runs something under other settings, and puts the defaults back. @throws when they are not taken */
export async function withSettings<T>(
  client: Client,
  settings: Readonly<Record<string, unknown>>,
  run: (answer: Answer) => Promise<T>,
): Promise<T> {
  try {
    const answer = await control(client, 'PUT', '/scoring/settings', settings)
    if (answer.status !== 200) throw new Error(`the settings are not taken: ${answer.status} ${answer.text.slice(0, 200)}`)
    return await run(answer)
  } finally {
    await control(client, 'PUT', '/scoring/settings', defaultSettings)
  }
}
