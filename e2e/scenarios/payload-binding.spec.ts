import express from 'express'
import type { Page } from 'playwright/test'
import { vouchsafe } from 'vouchsafe/verify/express'
import { test as base, expect } from '../support/fixtures.js'
import { openShop as open, withShop } from './shop.js'

interface Answer {
  readonly reason: string
  readonly body: Record<string, string | string[]>
}

interface Shop {
  readonly origin: string
  /** What the backend made of each form. */
  readonly answers: Answer[]
  /** The form of the page, a script after it, and the tag's attributes. */
  set(form: string, script?: string, attributes?: string): void
}

/** The field of the token in pages that came from elsewhere. */
const FIELD = 'g-recaptcha-response'

/** A site of its own, whose backend takes a verdict only with what it was made for. */
const test = base.extend<{ shop: Shop }>({
  shop: ({ product }, use) =>
    withShop(product, async ({ origin, app, settings, set }) => {
      const answers: Answer[] = []
      const keep = (request: object, _: unknown, raw: Buffer) => void Object.assign(request, { raw })
      app.use(express.urlencoded({ extended: false }), express.text({ type: 'application/json', verify: keep }))
      const answer: express.RequestHandler = (request, response) => {
        answers.push({ reason: String(request.vouchsafe?.reason), body: request.body as Answer['body'] })
        response.type('html').send('done')
      }
      const guarded = { ...settings, payload: true, mode: 'observe' } as const
      app.post('/form', vouchsafe(guarded), answer)
      app.post('/from-elsewhere/form', vouchsafe({ ...guarded, field: FIELD }), answer)
      await use({ origin, answers, set: (form, script = '', attributes = '') => set(`${form}<script>${script}</script>`, attributes) })
    }),
})

const marked = 'action=/form method=post data-vouchsafe=order data-vouchsafe-payload'

async function send(page: Page, button = 'button'): Promise<void> {
  await page.click(button)
  await page.waitForURL('**/form')
}

test('a form arrives with the verdict that was made for it: its button, names that come twice, line ends, letters of all kinds', async ({
  page,
  shop,
}) => {
  shop.set(`<form ${marked}>
    <input name=mail><input name=pick type=checkbox value=b checked><input name=pick type=checkbox value=a checked><input name=pick type=checkbox value=c>
    <textarea name=text></textarea><select name=size multiple><option selected>L<option selected>S</select><input name=gone disabled value=1>
    <input name="odd name ~*'()" value="&amp;=+% 日本 😀"><button name=kind value=plain>plain</button><button name=kind value=other id=other>other</button></form>`)
  await open(page, shop)
  await page.fill('[name=mail]', 'jane@example.com')
  await page.fill('textarea', 'one\ntwo\n')
  await send(page, '#other')
  const [answer] = shop.answers
  expect(answer).toMatchObject({
    reason: 'allow',
    body: { mail: 'jane@example.com', pick: ['b', 'a'], text: 'one\r\ntwo\r\n', kind: 'other' },
  })
  expect(answer?.body['vouchsafe-salt']).toMatch(/^[\w-]{22}$/)
})

test('a form without fields arrives, too, and a second sending has a salt of its own', async ({ page, shop }) => {
  shop.set(`<form ${marked}><button>go</button></form>`)
  for (const count of [1, 2]) {
    await open(page, shop)
    await send(page)
    expect(shop.answers).toHaveLength(count)
  }
  expect(shop.answers.map(({ reason }) => reason)).toEqual(['allow', 'allow'])
  expect(new Set(shop.answers.map(({ body }) => body['vouchsafe-salt'])).size).toBe(2)
})

test('the field of the token is no part of it, whatever its name, where page and backend name it alike', async ({ page, shop }) => {
  const form = '<input name=a value=1><button>go</button></form>'
  for (const [path, reason] of [
    ['/from-elsewhere/form', 'allow'],
    ['/form', 'missing'],
  ] as const) {
    shop.set(`<form action=${path} method=post data-vouchsafe=order data-vouchsafe-payload>${form}`, '', `data-field=${FIELD}`)
    await open(page, shop)
    await send(page)
    expect(shop.answers.at(-1)).toMatchObject({ reason, body: { a: '1', [FIELD]: expect.stringMatching(/^ey/) } })
  }
})

test('one changed field is refused: the same verdict and salt with another address', async ({ page, shop }) => {
  shop.set(`<form ${marked}><input name=to value=home><input name=note value=hi><button>go</button></form>`)
  await open(page, shop)
  await send(page)
  const { body } = shop.answers[0]!
  const spend = async (changes: Record<string, string>) => {
    const fields = new URLSearchParams({ ...(body as Record<string, string>), ...changes })
    await fetch(`${shop.origin}/form`, { method: 'POST', body: fields })
    return shop.answers.at(-1)?.reason
  }
  expect(await spend({})).toBe('allow')
  expect(await spend({ to: 'elsewhere' })).toBe('payload-mismatch')
  expect(await spend({ more: '1' })).toBe('payload-mismatch')
  expect(await spend({ 'vouchsafe-salt': 'A'.repeat(22) })).toBe('payload-mismatch')
  expect(await spend({ 'vouchsafe-salt': '' })).toBe('payload-missing')
})

test('a form that changes while its verdict is made gets another one for what it holds when it is sent', async ({ page, shop }) => {
  const script = `document.forms[0].addEventListener('submit', () => { document.forms[0].elements.stamp.value = 'now' })`
  shop.set(`<form ${marked}><input name=stamp value=before><button name=b value=1>go</button></form>`, script)
  await open(page, shop)
  await send(page)
  expect(shop.answers).toMatchObject([{ reason: 'allow', body: { stamp: 'now', b: '1' } }])
})

test('a form that changes each time is sent all the same, and refused', async ({ page, shop }) => {
  const script = `let n = 0; document.forms[0].addEventListener('submit', () => { document.forms[0].elements.stamp.value = String(++n) })`
  shop.set(`<form ${marked}><input name=stamp><button>go</button></form>`, script)
  await open(page, shop)
  await send(page)
  expect(shop.answers).toMatchObject([{ reason: 'payload-mismatch', body: { stamp: '2' } }])
})

test('what a password manager fills in, and what the page adds at the last moment, is part of it', async ({ page, shop }) => {
  const script = `document.forms[0].addEventListener('formdata', (event) => event.formData.append('late', 'x'))`
  shop.set(`<form ${marked}><input name=user autocomplete=username><input name=pass type=password><button>go</button></form>`, script)
  await open(page, shop)
  await page.evaluate(() => {
    for (const input of document.querySelectorAll('input')) {
      input.value = 'filled'
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }
  })
  await send(page)
  expect(shop.answers).toMatchObject([{ reason: 'allow', body: { user: 'filled', pass: 'filled', late: 'x' } }])
})

test('nobody is asked for what they do not bind, and a form without the attribute loads nothing', async ({ page, shop }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  shop.set('<form action=/form method=post data-vouchsafe=order><input name=a value=1><button>go</button></form>')
  await open(page, shop)
  await send(page)
  expect(shop.answers).toMatchObject([{ reason: 'payload-missing' }])
  expect(files).not.toContain('/bind.js')
})

test('where bind.js does not come, the form is sent without it', async ({ page, shop }) => {
  await page.route('**/bind.js', (route) => route.abort())
  shop.set(`<form ${marked}><input name=a value=1><button>go</button></form>`)
  await open(page, shop)
  await send(page)
  expect(shop.answers).toMatchObject([{ reason: 'payload-missing', body: { a: '1' } }])
})

test('a script binds the body of its request', async ({ page, shop }) => {
  shop.set('')
  await open(page, shop)
  const bound = await page.evaluate(async () => {
    const seal = await window.vouchsafe?.seal('{"to": "Zoë"}')
    return { ...(await window.vouchsafe?.attest('order', seal)), salt: seal?.salt }
  })
  expect(bound).toMatchObject({ status: 'ok', salt: expect.stringMatching(/^[\w-]{22}$/) })
  const post = (body: string) =>
    page.evaluate(
      async ([token, salt, body]) => {
        const headers = { 'content-type': 'application/json', 'Vouchsafe-Token': token, 'Vouchsafe-Salt': salt }
        await fetch('/form', { method: 'POST', headers, body })
      },
      [bound.token ?? '', bound.salt ?? '', body] as const,
    )
  await post('{"to": "Zoë"}')
  await post('{"to":"Zoë"}')
  expect(shop.answers.map(({ reason }) => reason)).toEqual(['allow', 'payload-mismatch'])
})
