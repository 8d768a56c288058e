import { tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

for (const field of ['g-recaptcha-response', 'h-captcha-response', 'cf-turnstile-response']) {
  test(`the token stands in ${field} where the tag says so, and nowhere else`, async ({ page, stage, errors }) => {
    const form = '<form action=/form method=post data-vouchsafe=join><input name=a><button>go</button></form>'
    stage.pages.set('/', `<!doctype html><title>t</title>${tag(`data-field=${field}`)}${form}`)
    await page.goto(`${stage.site}/`)
    await page.click('button')
    await page.waitForURL('**/form')
    const fields = stage.posts[0]?.fields
    expect([...(fields?.keys() ?? [])]).toEqual(['a', field])
    expect(fields?.get(field)).toMatch(/^token\./)
    expect(errors).toEqual([])
  })
}

test("a page's own field is filled in, and stays without being sent where there is no verdict", async ({ page, stage, errors }) => {
  const script = `seen=[];document.querySelector('form').addEventListener('submit',e=>{e.preventDefault();seen.push([e.target['g-recaptcha-response'].value,new FormData(e.target).getAll('g-recaptcha-response')])})`
  const form = '<form data-vouchsafe=join><textarea name=g-recaptcha-response hidden></textarea><button>go</button></form>'
  stage.pages.set('/', `<!doctype html><title>t</title>${tag('data-field=g-recaptcha-response')}${form}<script>${script}</script>`)
  stage.behave = ({ path, index }) =>
    path === '/v1/attest' && index === 2
      ? { kind: 'problem', status: 403, code: 'challenge-invalid', retry: false }
      : { kind: 'answer', change: path === '/v1/attest' ? { token: `token.${index}` } : {} }
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  for (const count of [1, 2, 3]) {
    await page.click('button')
    await page.waitForFunction((n) => window.seen?.length === n, count)
  }
  expect(await page.evaluate(() => window.seen)).toEqual([
    ['token.1', ['token.1']],
    ['', []],
    ['token.3', ['token.3']],
  ])
  expect(errors).toEqual([])
})

test('a field that is no name is a wrong option, and leaves the page alone', async ({ page, stage, errors }) => {
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${tag(`data-field='a"],*[b'`)}<form action=/form method=post data-vouchsafe><button>go</button></form>`,
  )
  await page.goto(`${stage.site}/`)
  await page.waitForFunction(() => window.vouchsafe)
  await page.click('button')
  await page.waitForURL('**/form')
  expect(stage.calls).toEqual([])
  expect(errors).toEqual([])
})
