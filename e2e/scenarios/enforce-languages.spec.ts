import { languages } from '../../collector/enforce/texts/index.js'
import { expect, test } from './enforce-stage.js'
import { answer, axeFaults, dialog, layoutFaults, main, reach } from './enforce-states.js'

/** Words do not change what axe looks at; writing does. */
const ASKED_AXE = ['ar', 'zh']
const spoken = Object.entries(languages)
const NARROW = { viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' } as const

for (const [wish, served] of [
  ['fr-CA', 'fr'],
  ['pt-PT', 'pt-BR'],
  ['zh-TW', 'zh-Hans'],
  ['nl', 'en'],
] as const) {
  test(`a page in ${wish} is asked in ${served}`, async ({ page, stage }) => {
    await stage.show(page, 'challenge', { language: wish })
    await expect(dialog(page)).toHaveAttribute('lang', served)
  })
}

test('who is asked is asked in each language, and finds whom to write to, another try and a way on when nobody answers', async ({
  browser,
  stage,
}) => {
  const page = await browser.newPage(NARROW)
  await stage.open(page)
  for (const [code, texts] of spoken) {
    await stage.cover(page, 'challenge', { language: code })
    await expect(dialog(page)).toHaveAttribute('lang', texts.lang)
    await expect(dialog(page)).toHaveCSS('direction', texts.direction)
    await dialog(page).getByText(texts.why).click()
    const contact = dialog(page).getByRole('link', { name: texts.contact, exact: true })
    await expect(contact).toHaveAttribute('href', 'mailto:help@example.org?subject=REF-0')
    expect({ code, layout: await layoutFaults(page) }).toEqual({ code, layout: [] })

    await dialog(page).getByRole('button', { name: texts.proceed, exact: true }).click()
    await expect(dialog(page).getByRole('status')).toHaveText(texts.working)
    await answer(page, 'allow', 'unavailable')
    await expect(dialog(page)).toHaveAccessibleName(texts.lostTitle)
    await expect(main(page)).toHaveText(texts.retry)
    await expect(contact).toBeVisible()
    await expect(dialog(page).getByRole('button', { name: texts.copy, exact: true })).toBeVisible()
    expect({ code, layout: await layoutFaults(page) }).toEqual({ code, layout: [] })
    await dialog(page).getByRole('button', { name: texts.without, exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
  }
  await page.close()
})

test('who is turned away can in each language copy what to quote, write, try again and go back', async ({ browser, stage }) => {
  const context = await browser.newContext({ ...NARROW, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  for (const [code, texts] of spoken) {
    await reach(page, stage, 'blocked', { language: code })
    const named = (name: string) => dialog(page).getByRole('button', { name, exact: true })
    await expect(dialog(page)).toHaveAccessibleName(texts.blockedTitle)
    const axe = ASKED_AXE.includes(code) ? await axeFaults(page, 'vouchsafe-screen') : []
    expect({ code, axe, layout: await layoutFaults(page) }).toEqual({ code, axe: [], layout: [] })
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await named(texts.copy).click()
    await expect(dialog(page).getByRole('status')).toHaveText(texts.copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('REF-0')
    await expect(dialog(page).getByRole('link', { name: texts.contact, exact: true })).toHaveAttribute('href', /^mailto:/)
    await expect(named(texts.back)).toBeVisible()
    await Promise.all([page.waitForEvent('load'), named(texts.retry).click()])
    await expect(dialog(page)).toHaveCount(0)
  }
  await context.close()
})

test('Arabic is mirrored: the icon and the code on the right, the button to copy on the left, and each full stop at the left end', async ({
  page,
  stage,
}) => {
  await reach(page, stage, 'blocked', { language: 'ar' })
  const found = await dialog(page).evaluate((element) => {
    const at = (selector: string) => {
      const { left, right } = (element.querySelector(selector) as Element).getBoundingClientRect()
      return { left, right }
    }
    const sign = (node: Node, index: number) => {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      return range.getBoundingClientRect()
    }
    const { paddingRight } = getComputedStyle(element.querySelector('.card') as Element)
    const edge = at('.card').right - Number.parseFloat(paddingRight)
    const code = element.querySelector('code')?.firstChild as Text
    const stops = [...element.querySelectorAll('#body p')].map(({ firstChild }) => {
      const text = firstChild as Text
      const last = sign(text, text.length - 1)
      return text.data.endsWith('.') && last.left < sign(text, text.length - 2).left
    })
    return {
      icon: Math.abs(at('.icon').right - edge) < 2,
      copyIsLeft: at('.reference .act').right <= at('code').left,
      codeIsAtTheRight: sign(code, code.length - 1).right > at('code').right - 2,
      codeReadsFromTheLeft: sign(code, 0).left < sign(code, 1).left,
      stops,
    }
  })
  expect(found).toEqual({ icon: true, copyIsLeft: true, codeIsAtTheRight: true, codeReadsFromTheLeft: true, stops: [true, true] })
})
