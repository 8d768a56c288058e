import { expect, test } from '../support/fixtures.js'
import { disguises, shownByTwoPages } from './disguises.js'
import { failures, hits, reported, shown, visit } from './tells-page.js'

for (const [name, { context, put, shows }] of Object.entries(disguises)) {
  test(`sees through ${name}`, async ({ browser }) => {
    const tells = await visit(async (stage) => {
      const page = await browser.newPage(context)
      await put?.(page)
      await page.goto(`${stage.site}/`)
      return () => page.close()
    })
    expect(shown(tells)).toEqual(expect.arrayContaining([...shows]))
    expect(failures(tells)).toEqual([])
  })
}

/** What drivers' calls look like, in an address that anybody may link to: the frames of inline scripts carry it. */
const LINK = '?utm_source=pptr:mail;&at=pptr:evaluate;&x=.element-6066-11e4#UtilityScript.evaluate'

test('takes no link for a driver', async ({ browser }) => {
  const focus = `setInterval(() => [...document.querySelectorAll('input')].find((one) => one !== document.activeElement)?.focus(), 30)`
  const tells = await visit(async (stage) => {
    const page = await browser.newPage()
    await page.goto(`${stage.site}/${LINK}`)
    return () => page.close()
  }, focus)
  expect(tells['tell.driver-stack']).toMatchObject({ value: false })
})

test('sees that a driver’s script moved the focus', async ({ browser }) => {
  const tells = await visit(async (stage) => {
    const page = await browser.newPage()
    await page.goto(`${stage.site}/`)
    // The tell listens from the first observation on, and is asked again once the page is idle: both come soon.
    const move = async () => {
      for (let i = 0; i < 60; i++) {
        await page.evaluate((n) => document.querySelectorAll('input')[n]?.focus(), i % 2)
        await page.waitForTimeout(30)
      }
    }
    const moved = move().catch(() => undefined)
    return async () => {
      await page.close()
      await moved
    }
  })
  expect(hits(tells)).toContain('driver-stack')
})

/** Asked when the page is idle, and again for each form. */
const PRESSES = 8

test('sees two pages in front of the visitor at once, once both have loaded', async ({ browser }) => {
  const context = await browser.newContext()
  const tells = await visit(async (stage) => {
    await (await context.newPage()).goto(`${stage.site}/`)
    await reported(stage)
    stage.posts.length = 0
    const second = await context.newPage()
    await second.goto(`${stage.site}/`)
    // A page that is busy, as both are while the second loads, answers later than the tell waits, and then it says no: on purpose, for people's sake.
    const shows = (seen: readonly string[]) => shownByTwoPages.every((tell) => seen.includes(tell))
    for (let n = 1; n <= PRESSES && !shows(hits(await reported(stage, n))); n++) {
      await second.click('button')
      await reported(stage, n + 1)
    }
    return () => context.close()
  })
  expect(hits(tells)).toEqual(expect.arrayContaining([...shownByTwoPages]))
})
