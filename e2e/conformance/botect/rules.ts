import { randomUUID } from 'node:crypto'
import { check, equal, field, holds, status, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import { control, type RuleText, withRules } from '../traffic/control.js'
import { readVerdict, scoredVerdict, startSession } from '../traffic/sessions.js'

/** What a session is told while rules stand, each of them narrowed to this path. */
async function decided(client: Client, rules: readonly Omit<RuleText, 'name'>[], token: string) {
  const path = `/${randomUUID()}`
  const named = rules.map((rule, i) => ({ ...rule, name: `rule ${i}`, expression: `path == "${path}" AND (${rule.expression})` }))
  return withRules(client, named, () => readVerdict(client, token, { path, ip: '203.0.113.9', country: 'DE', ua: 'probe/1.0' }))
}

/** Which of the expressions hold for a session, asked one at a time. */
async function holding(client: Client, expressions: readonly string[], visitor: 'human' | 'bot' = 'human'): Promise<string[]> {
  const token = await startSession(client, visitor)
  await scoredVerdict(client, token)
  const held: string[] = []
  for (const expression of expressions) {
    const answer = await decided(client, [{ expression, action: 'block' }], token)
    if (field(answer, 'action') === 'block') held.push(expression)
  }
  return held
}

async function refusals(client: Client, expressions: readonly string[]) {
  const faults = []
  for (const expression of expressions) {
    const answer = await control(client, 'POST', '/rules', { name: 'refused', expression, action: 'block' })
    if (answer.status < 300) await control(client, 'DELETE', `/rules/${String(field(answer, 'id'))}`)
    const isRefused = answer.status === 422 && field(answer, 'code') === 'INVALID_PAYLOAD'
    faults.push(
      isRefused
        ? undefined
        : `"${expression.slice(0, 40)}" is answered ${answer.status} ${answer.text.slice(0, 80)}, not 422 INVALID_PAYLOAD`,
    )
  }
  return faults
}

/** The grammar of rules, and what comes of them. */
export const botectRules: readonly Item[] = [
  {
    id: 'BOT-39',
    source: 'D',
    says: 'rules go by ascending sort_order; the first that blocks or challenges wins, and its name goes into the reason',
    run: async (client) => {
      const token = await startSession(client, 'human')
      await scoredVerdict(client, token)
      const answer = await decided(
        client,
        [
          { expression: 'score >= 0', action: 'block', sort_order: 30 },
          { expression: 'score >= 0', action: 'challenge', sort_order: 20 },
          { expression: 'score >= 0', action: 'log', sort_order: 10 },
          { expression: 'score >= 0', action: 'block', sort_order: 5, is_active: false },
          { expression: 'score < 0', action: 'block', sort_order: 1 },
        ],
        token,
      )
      return check(
        equal('the action', field(answer, 'action'), 'challenge'),
        holds('the reason has the name', textAt(answer, 'reason').includes('rule 1')),
      )
    },
  },
  {
    id: 'BOT-39b',
    source: 'P',
    says: 'an allow rule terminates, too',
    run: async (client) => {
      const token = await startSession(client, 'human')
      await scoredVerdict(client, token)
      const rules = [
        { expression: 'score >= 0', action: 'allow', sort_order: 1 },
        { expression: 'score >= 0', action: 'block', sort_order: 2 },
      ]
      return check(equal('the action', field(await decided(client, rules, token), 'action'), 'allow'))
    },
  },
  {
    id: 'BOT-55',
    source: 'D',
    says: 'the documented fields are usable, and session_token is not',
    run: async (client) => {
      const fields = [
        ...['score > 0', 'band == "likely_human"', 'verified_bot == false', 'verified_bot_category == null', 'js_detection.passed == true'],
        ...[
          'static_resource == false',
          'path != "/"',
          'ip == "203.0.113.9"',
          'country == "DE"',
          'ua == "probe/1.0"',
          'detection_ids not in [99999]',
        ],
        ...['behavioral.mouse_entropy > 0.8', 'behavioral.scroll_velocity == 620', 'behavioral.visibility_changes == 1'],
        ...['behavioral.first_input_delay_ms <= 8'],
      ]
      const held = await holding(client, fields)
      const token = await refusals(client, ['session_token == "a"'])
      return check(equal('those that hold of a human', held, fields), ...token)
    },
  },
  {
    id: 'BOT-60',
    source: 'D',
    says: 'OR, AND, NOT and brackets mean what they say: AND before OR, NOT before AND',
    run: async (client) => {
      const yes = [
        ...[
          'score >= 0 OR score < 0 AND score < 0',
          'NOT score < 0 AND score >= 0',
          '(score < 0 OR score >= 0) AND NOT (score < 0)',
          'NOT NOT score >= 0',
        ],
        ...['js_detection.passed AND NOT verified_bot', 'country in ["DE", "FR"]', 'path not in ["/a"]'],
      ]
      const no = [
        'NOT score >= 0 OR score < 0',
        '(score >= 0 OR score >= 0) AND score < 0',
        'verified_bot',
        'static_resource OR country == "US"',
      ]
      const held = await holding(client, [...yes, ...no])
      return check(equal('those that hold', held, yes))
    },
  },
  {
    id: 'BOT-61',
    source: 'D',
    says: 'each type has its operators; others are refused when the rule is saved',
    run: async (client) => {
      const wrong = [
        'country > "DE"',
        'verified_bot < true',
        'detection_ids == 101',
        'score == "high"',
        'path == 3',
        'verified_bot == "yes"',
        'score in ["a"]',
        'country',
      ]
      return check(...(await refusals(client, wrong)))
    },
  },
  {
    id: 'BOT-62',
    source: 'S',
    says: 'a bad expression is 422 INVALID_PAYLOAD when it is saved, and the message names the field',
    run: async (client) => {
      const bad = [
        '',
        'score <',
        'score == 1 AND',
        '(score == 1',
        'score = 1',
        'eval("1")',
        'constructor == "a"',
        '__proto__ == 1',
        'score == 1; score == 2',
      ]
      const faults = await refusals(client, bad)
      const typo = await control(client, 'POST', '/rules', { name: 'typo', expression: 'scorre < 20', action: 'block' })
      return check(
        ...faults,
        status(typo, 422),
        equal('code', field(typo, 'code'), 'INVALID_PAYLOAD'),
        holds('the message names scorre', textAt(typo, 'message').includes('scorre')),
      )
    },
  },
  {
    id: 'BOT-63',
    source: 'P',
    says: 'expressions are bounded, null compares false, and keywords may be in lower case',
    run: async (client) => {
      const deep = `${'('.repeat(200)}score == 1${')'.repeat(200)}`
      const faults = await refusals(client, [
        deep,
        `path == "${'a'.repeat(5000)}"`,
        `score in [${Array.from({ length: 101 }, (_, i) => i).join(', ')}]`,
      ])
      const held = await holding(client, [
        'score >= 0 and not score < 0',
        'verified_bot_category == null',
        'verified_bot_category == "search"',
      ])
      return check(...faults, equal('those that hold', held, ['score >= 0 and not score < 0', 'verified_bot_category == null']))
    },
  },
]
