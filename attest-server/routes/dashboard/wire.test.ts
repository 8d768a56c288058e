import { expect, it } from 'vitest'
import type { Exception, NewException, Revocation } from '../../dashboard/wire/exceptions.js'
import type { ApiKey, IssuedApiKey, NewApiKey, RotatedKey, Scoring } from '../../dashboard/wire/keys.js'
import type { PasskeyLogin, PasswordLogin, TokenLogin } from '../../dashboard/wire/login.js'
import type { ChangedRule, NewRule, Rule, RuleAlarm, RuleDraft, RulePreview } from '../../dashboard/wire/rules.js'
import type { NewPasskey, NewPassword, PasskeyCreation } from '../../dashboard/wire/security.js'
import type { Enforcement, ScoringSettings, SettingsChange } from '../../dashboard/wire/settings.js'
import type { Usage, UsageWindow } from '../../dashboard/wire/usage.js'
import { verdict } from '../../stores/contract/support.js'
import { createClient, createDashboardServer, logIn } from '../../testing/dashboard-client.js'

const server = await createDashboardServer()
const client = await logIn(server)
const at = `/projects/${server.project.id}`

/** The names of a type's fields, each of which the compiler wants to see. */
const fieldsOf = <T extends object>(fields: Record<keyof Required<T>, true>): string[] => Object.keys(fields).sort()

async function ask(method: string, path: string, body?: object): Promise<object> {
  const response = await client.ask(method, path, body)
  if (!response.ok && response.status !== 409) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as object
}
const expectFields = (answer: object, fields: readonly string[]): void => expect(Object.keys(answer).sort()).toEqual(fields)

it('rules are what the page’s types say', async () => {
  const rule = fieldsOf<Rule>({
    ...{ id: true, project_id: true, name: true, expression_source: true, action: true, is_active: true, sort_order: true },
    ...{ created_at: true, updated_at: true, version: true, observe_only: true, brake: true },
  })
  const added = (await ask('POST', `${at}/rules`, { name: 'Low', expression: 'score < 5', action: 'log' } satisfies NewRule)) as Rule
  expectFields(added, rule)
  const change = { name: 'Lower', expression: 'score < 4', action: 'log', version: added.version } satisfies ChangedRule
  expectFields(await ask('PUT', `${at}/rules/${added.id}`, change), rule)
  const draft = { expression: 'score < 50', action: 'block', rule: added.id } satisfies RuleDraft
  const preview = fieldsOf<RulePreview>({
    sessions: true,
    matches: true,
    flipped: true,
    flips: true,
    unknown: true,
    holds_where_unknown: true,
  })
  expectFields(await ask('POST', `${at}/rules/preview`, draft), preview)
  for (let i = 0; i < 20; i++) {
    const one = { ...verdict, projectId: server.project.id, jti: `j${i}`, session: `s${i}`, paid: true as const, issuedAt: server.now() }
    await server.stores.verdicts.record(one, server.now() + 86_400)
  }
  const alarm = fieldsOf<RuleAlarm>({ error: true, message: true, code: true, blocked: true, preview: true })
  expectFields(await ask('POST', `${at}/rules`, { name: 'All', expression: 'score < 99', action: 'block' } satisfies NewRule), alarm)
})

it('keys are what the page’s types say', async () => {
  const key = { id: true, kind: true, name: true, tier: true, created_at: true, revoked_at: true } as const
  const wanted = { kind: 'detectip', name: 'Web' } satisfies NewApiKey
  expectFields(await ask('POST', `${at}/keys`, wanted), fieldsOf<IssuedApiKey>({ ...key, public_key: true, key: true }))
  const [listed] = (await ask('GET', `${at}/keys`)) as ApiKey[]
  expectFields(listed!, fieldsOf<ApiKey>({ ...key, public_key: true }))
  const scoring = (await ask('POST', `${at}/scoring`)) as Scoring & ScoringSettings
  expectFields(
    scoring,
    fieldsOf<Scoring & ScoringSettings>({ site_key: true, private_key: true, bot_settings: true, likely_bot_threshold: true }),
  )
  expectFields(await ask('POST', `${at}/scoring/rotate`, { type: 'private' }), fieldsOf<RotatedKey>({ type: true, key: true }))
})

it('settings, usage and what lets visitors through are what the page’s types say', async () => {
  await server.issue('afk')
  const settings = fieldsOf<ScoringSettings>({ bot_settings: true, likely_bot_threshold: true })
  expectFields(await ask('PUT', `${at}/scoring/settings`, { block_definite: false } satisfies SettingsChange), settings)
  expectFields(await ask('GET', `${at}/enforcement`), fieldsOf<Enforcement>({ delayed: true, deferred: true }))
  const usage = (await ask('GET', `${at}/usage`)) as Usage
  expectFields(usage, fieldsOf<Usage>({ plan: true, keys: true }))
  const used = fieldsOf<UsageWindow>({ name: true, seconds: true, limit: true, used: true, remaining: true, resets_at: true })
  expectFields(usage.keys[0]!.windows[0]!, used)
  const turnedAway = {
    ...verdict,
    projectId: server.project.id,
    jti: 'away',
    session: 'sess_a',
    subject: 'session:sess_a',
    issuedAt: server.now(),
  }
  await server.stores.verdicts.record({ ...turnedAway, reference: 'BBBBB-BBBBB' }, server.now() + 86_400)
  const exception = fieldsOf<Exception>({ reference: true, bound_to: true, until: true })
  expectFields(await ask('POST', `${at}/exceptions`, { reference: 'bbbbb bbbbb' } satisfies NewException), exception)
  expectFields(
    await ask('POST', `${at}/revocations`, { session: `sess_${'a'.repeat(22)}` }),
    fieldsOf<Revocation>({ revoked: true, until: true }),
  )
})

it('what the page sends to come in is read', async () => {
  const nobody = createClient(server)
  const tries: readonly (readonly [path: string, body: object])[] = [
    ['/login/token', { token: 'x' } satisfies TokenLogin],
    ['/login/password', { email: 'a@b.example', password: 'x' } satisfies PasswordLogin],
    ['/login/passkey', { response: { id: 'x' } } satisfies PasskeyLogin],
  ]
  for (const [path, body] of tries) expect([path, (await nobody.ask('POST', path, body)).status]).toEqual([path, 401])
  expectFields(await ask('POST', '/security/passkeys/options'), fieldsOf<PasskeyCreation>({ options: true }))
  const passkey = { response: { id: 'x' }, name: 'x' } satisfies NewPasskey
  expect((await client.ask('POST', '/security/passkeys', passkey)).status).toBe(400)
  const password = { password: 'correct horse battery', current: 'none' } satisfies NewPassword
  expect((await client.ask('PUT', '/security/password', password)).status).toBe(204)
})
