import { expect, it } from 'vitest'
import { givenCredentials } from './credentials.js'
import { runItems } from './harness/run-items.js'
import { items } from './index.js'
import { type Reply, startFakeServer } from './testing/fake-server.js'

const keys = {
  ...{ account: 'a', project: 'p', 'site-key': 'pk_1', 'private-key': 'sk_1' },
  ...{ detlab: 'detlab_1', afk: 'afk_1', live: 'sk_live_1', yeb: 'y' },
}

/** Items that a server passes which answers the same to everything. */
async function passedBy(reply: Reply): Promise<string[]> {
  const fake = await startFakeServer(() => reply)
  try {
    const target = { url: fake.url, keys: givenCredentials(fake.url, keys), patience: 200, pace: 0 }
    const { rows } = await runItems(items, target, 30_000)
    expect(rows.length).toBeGreaterThan(120)
    return rows.filter(({ ok }) => ok).map(({ id }) => id)
  } finally {
    await fake.close()
  }
}

// What passes here asserts nothing.
it.each([
  ['200 and {}', { status: 200, json: {} }],
  ['401 and {}', { status: 401, json: {} }],
])(
  'no item is kept by a server that answers everything with %s',
  async (_, reply) => {
    expect(await passedBy(reply)).toEqual([])
  },
  120_000,
)
