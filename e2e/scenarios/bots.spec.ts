import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bots } from '../bots/index.js'
import { people } from '../people/index.js'
import type { Outcome } from '../support/driver.js'
import { expect, test } from '../support/fixtures.js'
import { MissingError, repoRoot } from '../support/machine/tools.js'
import { describe, firstLine, judge, noteBrokenRun, noteRow, outcomeNote, planned, runNote } from '../support/matrix.js'

test('every bot and every person is on its list, under its file’s name', () => {
  const files = (folder: string) => readdirSync(join(repoRoot, 'e2e', folder)).map((file) => file.replace(/\.ts$/, ''))
  expect(bots.map(({ name }) => name).sort()).toEqual(without(files('bots'), 'index'))
  expect(people.map(({ name }) => name).sort()).toEqual(without(files('people'), 'index'))
})

const without = (names: readonly string[], one: string): string[] => names.filter((name) => name !== one).sort()

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a hook needs from this pattern.
test.afterEach(({}, info) => noteBrokenRun(info))

for (const { driver: bot, run } of planned(bots, 'VOUCHSAFE_E2E_RUNS')) {
  test(`${bot.name} is challenged or blocked (run ${run})`, async ({ site }, info) => {
    // Those with the desk's mouse rehearse first, and take their time.
    info.setTimeout(180_000)
    const about = { driver: bot.name, kind: 'bot', run, hook: bot.hook } as const
    info.annotations.push(runNote(about))
    const start = Date.now()
    let outcome: Outcome = {}
    let fault = ''
    try {
      outcome = await bot.run(site)
    } catch (error) {
      // No row: the matrix then says NOT RUN, and fails where this bot was asked for.
      if (error instanceof MissingError) {
        console.log(`${bot.name}: NOT RUN: ${error.message}`)
        test.skip(true, error.message)
      }
      fault = firstLine(String(error))
    }
    const [post, account] = [await site.answer(0), await site.account()]
    const { action, ok } = judge(bot, post)
    const note = [describe(post, outcome.atLoad), fault].filter(Boolean).join('; ')
    info.annotations.push(outcomeNote(action, note))
    noteRow({ ...about, action, ok, ms: Date.now() - start, note, account }, bot.replays)
    expect(bot.expected, note).toContain(action)
  })
}
