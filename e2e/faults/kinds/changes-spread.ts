import { setTimeout as pause } from 'node:timers/promises'
import type { Client, Reply } from '../harness/client.js'
import type { Fault, Ground } from '../harness/fault.js'
import { type Fleet, openFleet } from '../harness/fleet.js'

const INSTANCES = 4
/** docs/control-plane.md: within two seconds, in ms. */
const MOST = 2000

const field = ({ json }: Reply, name: string): string => String((json as Readonly<Record<string, unknown>> | undefined)?.[name])

/** @returns when all of them see it, in ms since `since` */
async function untilAllSee({ clients }: Fleet, sees: (client: Client) => Promise<boolean>, since: number): Promise<number> {
  const one = async (client: Client) => {
    while (!(await sees(client)) && performance.now() - since < 10 * MOST) await pause(50)
    return performance.now() - since
  }
  return Math.max(...(await Promise.all(clients.map(one))))
}

interface Change {
  readonly name: string
  make(client: Client): Promise<unknown>
  sees(client: Client): Promise<boolean>
}

/** A rule, a toggle and a key, each made at one server and taken back at another. */
function changesIn({ known }: Fleet): readonly Change[] {
  const session = known.taken[0]!.session
  const actionAt = async (client: Client, path?: string) => field(await client.verdict(session, path), 'action')
  let [rule, key, secret] = ['', '', '']
  const settings = (values: object) => (client: Client) => client.control('PUT', '/scoring/settings', values)
  return [
    {
      name: 'a rule',
      async make(client) {
        rule = field(
          await client.control('POST', '/rules', { name: 'Closed', expression: 'path == "/closed"', action: 'block', confirm: true }),
          'id',
        )
      },
      sees: async (client) => (await actionAt(client, '/closed')) === 'block',
    },
    {
      name: 'a rule that is removed',
      make: (client) => client.control('DELETE', `/rules/${rule}`),
      sees: async (client) => (await actionAt(client, '/closed')) === 'allow',
    },
    {
      name: 'a toggle',
      make: settings({ challenge_likely: true, likely_bot_threshold: 99 }),
      sees: async (client) => (await actionAt(client)) === 'challenge',
    },
    {
      name: 'a toggle that is put back',
      make: settings({ challenge_likely: false, likely_bot_threshold: 30 }),
      sees: async (client) => (await actionAt(client)) === 'allow',
    },
    {
      name: 'a key',
      async make(client) {
        const made = await client.control('POST', '/keys', { kind: 'detectip' })
        ;[key, secret] = [field(made, 'id'), field(made, 'key')]
      },
      sees: async (client) => (await client.usage(secret)).status === 200,
    },
    {
      name: 'a key that is revoked',
      make: (client) => client.control('DELETE', `/keys/${key}`),
      sees: async (client) => (await client.usage(secret)).status === 401,
    },
  ]
}

export const changesSpread: Fault = {
  name: 'changes-spread',
  does: 'rules, toggles and keys are made at one of four servers, and taken back at another, while all of them are asked',
  clients: 'the change counts at once where it was made, and everywhere within two seconds',
  on: ['embedded', 'postgres', 'redis'],
  async run({ deployment, runs, findings }: Ground) {
    const fleet = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs; i++) {
      for (const [n, { name, make, sees }] of changesIn(fleet).entries()) {
        await make(fleet.clients[(i + n) % INSTANCES]!)
        const time = await untilAllSee(fleet, sees, performance.now())
        findings.recovered(time)
        if (time > MOST) findings.wrong(`${name} is seen by all after ${Math.round(time)} ms`)
      }
      findings.ran()
    }
  },
}
