import { z } from 'zod'
import { check, equal, field, holds, less, numberAt, oneOf, shape, status, textAt, within } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { agentLabEvents, humanLabEvents, keyboardLabEvents, type LabEvent } from '../traffic/lab-events.js'
import { detectionSignals } from './signal-names.js'

const signal = z.object({
  score: z.number().min(0).max(100).nullable(),
  weight: z.number().min(0),
  status: z.enum(['pass', 'marginal', 'fail', 'missing']),
})
const report = z.object({
  overall_score: z.number().min(0).max(100),
  verdict: z.enum(['PASS', 'MARGINAL', 'FAIL']),
  signals: z.record(z.string(), signal),
  intent: z.string(),
})

const intents = [
  ...['human', 'credential_stuffing', 'scraping', 'spam_submission', 'account_takeover', 'replay_attack', 'framework_automation'],
  ...['click_fraud', 'unknown_bot'],
]

const verdictOf = (score: number): string => (score >= 70 ? 'PASS' : score >= 50 ? 'MARGINAL' : 'FAIL')

async function score(client: Client, events: readonly unknown[], more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return client.post('/api/score', { events }, { 'x-api-key': await client.keys.detlab(), ...more })
}

/** Of each signal, what it says where it says anything. */
const signalsOf = (answer: Answer) =>
  Object.entries((field(answer, 'signals') ?? {}) as Record<string, { score: number | null; status: string }>)

const isConsistent = ([name, { score, status }]: ReturnType<typeof signalsOf>[number]) => {
  const wanted = score === null ? 'missing' : score >= 70 ? 'pass' : score >= 50 ? 'marginal' : 'fail'
  return equal(`the status of ${name} at ${score}`, status, wanted)
}

const withoutFields = (events: readonly LabEvent[], names: readonly string[]) =>
  events.map((event) => Object.fromEntries(Object.entries(event).filter(([name]) => !names.includes(name))))

/** `POST /api/score`. */
export const labScore: readonly Item[] = [
  {
    id: 'LAB-21',
    source: 'S',
    says: 'a score answers {overall_score, verdict, signals, intent}, higher for humans',
    run: async (client) => {
      const [human, agent] = [await score(client, humanLabEvents()), await score(client, agentLabEvents())]
      return check(
        status(human, 200),
        shape(human, report),
        status(agent, 200),
        shape(agent, report),
        less("the agent's score", numberAt(agent, 'overall_score'), "the human's", numberAt(human, 'overall_score')),
        equal("the agent's verdict", field(agent, 'verdict'), 'FAIL'),
        oneOf("the human's verdict", field(human, 'verdict'), ['PASS', 'MARGINAL']),
      )
    },
  },
  {
    id: 'LAB-21b',
    source: 'S',
    says: 'there are 22 signals with weights that make a whole',
    run: async (client) => {
      const answer = await score(client, humanLabEvents())
      const weights = signalsOf(answer).map(([name]) => numberAt(answer, `signals.${name}.weight`))
      const sum = weights.reduce((a, b) => a + b, 0)
      return check(
        equal(
          'the names',
          signalsOf(answer)
            .map(([name]) => name)
            .sort(),
          [...detectionSignals].sort(),
        ),
        within('the sum of the weights', sum, 0.98, 1.02),
      )
    },
  },
  {
    id: 'LAB-22',
    source: 'S',
    says: 'a signal above 70 is human-like, and its status goes with its score; one that has nothing to see is missing',
    run: async (client) => {
      const [human, mouseOnly] = [
        await score(client, humanLabEvents()),
        await score(
          client,
          humanLabEvents().filter(({ type }) => type === 'mousemove'),
        ),
      ]
      return check(
        ...signalsOf(human).map(isConsistent),
        ...signalsOf(mouseOnly).map(isConsistent),
        equal('the typing of somebody who did not type', field(mouseOnly, 'signals.keystroke_timing.status'), 'missing'),
        equal('its score', field(mouseOnly, 'signals.keystroke_timing.score'), null),
        holds('the movement is told', typeof field(human, 'signals.mouse_curvature.score') === 'number'),
      )
    },
  },
  {
    id: 'LAB-23',
    source: 'S',
    says: 'PASS from 70, MARGINAL from 50, else FAIL',
    run: async (client) => {
      const inputs = [humanLabEvents(), agentLabEvents(), humanLabEvents().slice(0, 60), [...agentLabEvents(20), ...humanLabEvents()]]
      const faults = []
      for (const events of inputs) {
        const answer = await score(client, events)
        const seen = numberAt(answer, 'overall_score')
        // What is shown may be rounded; the verdict is of the number before.
        const isNear = [50, 70].some((limit) => Math.abs(seen - limit) < 0.06)
        faults.push(isNear ? undefined : equal(`the verdict at ${seen}`, field(answer, 'verdict'), verdictOf(seen)))
      }
      return check(...faults)
    },
  },
  {
    id: 'LAB-24',
    source: 'S',
    says: 'intent is human on PASS, and one of eight when it is not',
    run: async (client) => {
      const faults = []
      for (const events of [humanLabEvents(), agentLabEvents()]) {
        const answer = await score(client, events)
        const isHuman = field(answer, 'verdict') === 'PASS'
        faults.push(oneOf('the intent', field(answer, 'intent'), isHuman ? ['human'] : intents.slice(1)))
      }
      const agent = await score(client, agentLabEvents())
      return check(...faults, holds("an agent's intent is not human", field(agent, 'intent') !== 'human'))
    },
  },
  {
    id: 'LAB-20',
    source: 'D',
    says: 'the request is {events}, and a batch of one event is enough for an answer',
    run: async (client) => {
      const answer = await score(client, [{ type: 'mousemove', x: 1, y: 2, isTrusted: true, timestamp_ms: 3 }])
      return check(status(answer, 200), shape(answer, report))
    },
  },
  {
    id: 'LAB-18',
    source: 'D',
    says: 'a missing field is no 400: the signals that need it go missing',
    run: async (client) => {
      const bare = withoutFields(humanLabEvents(), ['isTrusted', 'delta_mode', 'scroll_y', 'elem_center_x', 'elem_center_y', 'element_id'])
      const answer = await score(client, bare)
      return check(
        status(answer, 200),
        shape(answer, report),
        equal('trusted_events', field(answer, 'signals.trusted_events.status'), 'missing'),
        equal('click_offset', field(answer, 'signals.click_offset.status'), 'missing'),
        holds('the movement is still told', typeof field(answer, 'signals.mouse_curvature.score') === 'number'),
      )
    },
  },
  {
    id: 'LAB-25',
    source: 'P',
    says: 'the answer also counts the events, and has the id of the request',
    run: async (client) => {
      const events = humanLabEvents()
      const answer = await score(client, events)
      return check(
        equal('event_count', field(answer, 'event_count'), events.length),
        equal('request_id', field(answer, 'request_id') ?? null, answer.headers['x-request-id']),
      )
    },
  },
  {
    id: 'LAB-60',
    source: 'P',
    says: 'somebody who uses the keyboard alone is not a bot for want of a mouse',
    run: async (client) => {
      const answer = await score(client, keyboardLabEvents())
      const mouse = signalsOf(answer).filter(([name]) => name.startsWith('mouse_'))
      return check(
        ...mouse.map(([name, { status: seen }]) => equal(`the status of ${name}`, seen, 'missing')),
        holds('its verdict is not FAIL', ['PASS', 'MARGINAL'].includes(textAt(answer, 'verdict'))),
      )
    },
  },
  {
    id: 'LAB-03b',
    source: 'P',
    says: 'X-Ephemeral on /api/score leaves the signals out when it is a PASS',
    run: async (client) => {
      const answer = await score(client, keyboardLabEvents(), { 'x-ephemeral': 'true' })
      const agent = await score(client, agentLabEvents(), { 'x-ephemeral': 'true' })
      const isPass = field(answer, 'verdict') === 'PASS'
      return check(
        equal('whether a human’s answer has signals', field(answer, 'signals') === undefined, isPass),
        holds("an agent's has them", field(agent, 'signals') !== undefined),
      )
    },
  },
]
