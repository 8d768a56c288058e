import { type Desks, openDesks } from '../hands/desk.js'
import { isTrue } from '../hands/lateness.js'
import { browserOf, type Person, type Sitting, sit } from '../hands/person.js'
import { missingRecordings } from '../hands/recordings.js'
import { replayedBy } from '../hands/replayed-by.js'
import { people } from '../people/index.js'
import { test as base, expect } from '../support/fixtures.js'
import { MissingError } from '../support/machine/tools.js'
import { describe, judge, noteBrokenRun, noteRow, outcomeNote, planned, runNote } from '../support/matrix.js'
import type { Addresses } from '../support/site/product.js'
import { withSite } from '../support/site/site.js'
import type { Account } from '../support/witness/account.js'

/** A replay that the machine distorted is repeated, whatever came of it; so often at most. */
const ATTEMPTS = 3

/** The same desks serve all people. */
const test = base.extend<object, { desks: Desks }>({
  desks: [
    async ({ product, display }, use) => {
      const desks = openDesks(display, `${product.demo}/`)
      await use(desks)
      await desks.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

const missing = missingRecordings()
test.skip(missing !== undefined, `People are skipped: ${missing}`)

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a hook needs from this pattern.
test.afterEach(({}, info) => noteBrokenRun(info))

for (const { driver: person, run } of planned(people, 'VOUCHSAFE_E2E_PEOPLE_RUNS')) {
  test(`${person.name} is let through (run ${run})`, async ({ product, desks }, info) => {
    info.setTimeout(ATTEMPTS * 120_000)
    const about = { driver: person.name, kind: 'person', run } as const
    info.annotations.push(runNote(about))
    const start = Date.now()
    const { post, lateness, attempts, account } = await sitTruly(person, product, desks, `${person.name}/${run}`).catch(skipForMissing)
    const { action, ok } = judge(person, post)
    const note = `${describe(post, undefined)}; late ≤ ${lateness.max} ms${attempts > 1 ? `, attempt ${attempts}` : ''}`
    info.annotations.push(outcomeNote(action, note))
    const row = { ...about, action, ok: ok && isTrue(lateness), ms: Date.now() - start, note, account }
    noteRow(row, replayedBy(person.habits))
    expect(isTrue(lateness), `the machine was too busy for a true replay: ${note}`).toBe(true)
    expect(action, note).toBe('allow')
  })
}

async function sitTruly(
  person: Person,
  product: Addresses,
  desks: Desks,
  seed: string,
): Promise<Sitting & { readonly attempts: number; readonly account: Account | undefined }> {
  const desk = await desks.for(person)
  const layout = await desk.layoutIn(browserOf(person))
  for (let attempts = 1; ; attempts++) {
    const sitting = await withSite(product, desk.display, async (site) => ({
      ...(await sit(person, site, desk.player, layout, seed)),
      account: await site.account(),
    }))
    if (isTrue(sitting.lateness) || attempts === ATTEMPTS) return { ...sitting, attempts }
    const { max, p95 } = sitting.lateness
    console.log(
      `${person.name}: attempt ${attempts} does not count, the machine was busy: input up to ${max} ms late, 95 % within ${p95} ms`,
    )
  }
}

/** Without what a person needs there is no row: the matrix then says NOT RUN, and fails where this person was asked for. */
function skipForMissing(error: unknown): never {
  test.skip(error instanceof MissingError, String(error))
  throw error
}
