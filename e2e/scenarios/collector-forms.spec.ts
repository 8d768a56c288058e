import { type Stage, tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const setForm = (stage: Stage, form: string, script = '') =>
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}${form}<script>${script}</script>`)

const actions = (stage: Stage) => stage.calls.flatMap(({ claims }) => (claims ? [claims.action] : []))

test('a marked form is sent with a fresh token, its button and its action', async ({ page, stage, errors }) => {
  setForm(
    stage,
    `<form action=/form method=post data-vouchsafe=sign-up><input name=mail type=email required>
    <button name=kind value=plain>plain</button><button name=kind value=other formaction="/form?by=other">other</button></form>`,
  )
  await page.goto(`${stage.site}/`)
  await page.fill('input', 'jane@example.com')
  await page.click('text=other')
  await page.waitForURL('**/form?by=other')
  expect(stage.posts).toHaveLength(1)
  const { url, fields } = stage.posts[0]!
  expect(url).toBe('/form?by=other')
  expect(fields.get('kind')).toBe('other')
  expect(fields.get('mail')).toBe('jane@example.com')
  expect(fields.getAll('vouchsafe-token')).toHaveLength(1)
  expect(fields.get('vouchsafe-token')).toMatch(/^token\./)
  expect(actions(stage)).toContain('sign-up')
  expect(stage.calls.at(-1)?.claims?.tally[10]).toBe(1)
  expect(errors).toEqual([])
})

test('Enter submits through the default button', async ({ page, stage }) => {
  setForm(stage, '<form action=/form method=post data-vouchsafe><input name=a><button name=b value=1>go</button></form>')
  await page.goto(`${stage.site}/`)
  await page.press('input', 'Enter')
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.get('b')).toBe('1')
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBeTruthy()
})

test('an invalid form is neither held nor sent', async ({ page, stage }) => {
  setForm(stage, '<form action=/form method=post data-vouchsafe=join><input name=a required><button>go</button></form>')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  await page.waitForTimeout(300)
  expect(actions(stage)).toEqual(['view'])
  expect(await page.evaluate(() => document.querySelector('input')?.matches(':invalid:focus'))).toBe(true)
})

test('a form handled by script gets its event once, with the token in place, each time it is sent', async ({ page, stage, errors }) => {
  const script = `seen=[];document.querySelector('form').addEventListener('submit',e=>{e.preventDefault();seen.push([e.submitter?.id,new FormData(e.target).getAll('vouchsafe-token')])})`
  setForm(stage, '<form data-vouchsafe=log-in><input name=a><button id=b>go</button></form>', script)
  await page.goto(`${stage.site}/`)
  for (const count of [1, 2, 3]) {
    await page.click('button')
    await page.waitForFunction((n) => window.seen?.length === n, count)
  }
  const seen = (await page.evaluate(() => window.seen)) as [string, string[]][]
  expect(seen.map(([id, tokens]) => [id, tokens.length])).toEqual([
    ['b', 1],
    ['b', 1],
    ['b', 1],
  ])
  expect(new Set(seen.flatMap(([, tokens]) => tokens)).size).toBe(3)
  expect(actions(stage).filter((action) => action === 'log-in')).toHaveLength(3)
  expect(errors).toEqual([])
})

test('a double click sends the form once', async ({ page, stage }) => {
  const script = `seen=[];document.querySelector('form').addEventListener('submit',e=>{e.preventDefault();seen.push(1)})`
  setForm(stage, '<form data-vouchsafe><button>go</button></form>', script)
  stage.behave = () => ({ kind: 'answer', after: 150 })
  await page.goto(`${stage.site}/`)
  await page.dblclick('button')
  await page.waitForFunction(() => window.seen?.length)
  await page.waitForTimeout(800)
  expect(await page.evaluate(() => window.seen?.length)).toBe(1)
})

test('forms that come later are served, unmarked ones are left alone', async ({ page, stage }) => {
  setForm(stage, '<form action=/form?plain method=post><button>plain</button></form>')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/form?late'
    form.dataset.vouchsafe = 'late'
    form.innerHTML = '<button>late</button><input name=requestSubmit><input name=submit>'
    document.body.append(form)
  })
  await page.click('text=late')
  await page.waitForURL('**/form?late')
  await page.goto(`${stage.site}/`)
  await page.click('text=plain')
  await page.waitForURL('**/form?plain')
  expect(stage.posts.map(({ fields }) => fields.has('vouchsafe-token'))).toEqual([true, false])
})

test('a form left open for an hour gets a fresh challenge', async ({ page, stage }) => {
  await page.clock.install()
  // No faster than the worker's own clock, which is the machine's: what does not answer for seconds is taken for dead.
  const tick = () => setInterval(() => void page.clock.runFor(100).catch(() => {}), 100)
  setForm(stage, '<form action=/form method=post data-vouchsafe=long><input name=a><button>go</button></form>')
  await page.goto(`${stage.site}/`)
  let ticking = tick()
  await expect.poll(() => stage.calls.length).toBe(2)
  await page.waitForTimeout(500)
  await page.focus('input')
  await expect.poll(() => stage.calls.length).toBe(3)
  await page.waitForTimeout(500)
  clearInterval(ticking)
  await page.clock.fastForward(3_600_000)
  await page.press('input', 'Enter')
  ticking = tick()
  await page.waitForURL('**/form')
  clearInterval(ticking)
  const challenges = stage.calls.filter(({ path }) => path === '/v1/challenge')
  expect(challenges.length).toBeGreaterThanOrEqual(3)
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBeTruthy()
})

test('using a form prepares its proof: sending it costs one call', async ({ page, stage }) => {
  setForm(stage, '<form action=/form method=post data-vouchsafe=fast><input name=a><button>go</button></form>')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.focus('input')
  await expect.poll(() => stage.calls.length).toBe(3)
  await page.waitForTimeout(300)
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/form')
  expect(stage.calls.map(({ path }) => path)).toEqual(['/v1/challenge', '/v1/attest', '/v1/challenge', '/v1/attest'])
})

test('enforcement holds a form at the screen and sends it when the visitor has passed', async ({ page, stage, errors }) => {
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${tag('data-enforce')}<form action=/form method=post data-vouchsafe=pay><button>go</button></form>`,
  )
  stage.behave = ({ path, claims, index }) => {
    if (path !== '/v1/attest') return { kind: 'answer' }
    const hard = claims?.action === 'pay' && index < 2
    return { kind: 'answer', change: { action: hard ? 'challenge' : 'allow', ...(hard ? {} : { token: 'token.passed' }) } }
  }
  // A stand-in for the screens: asks for one more round, as they do.
  await page.route('**/enforce.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: 'never run: its integrity is another',
    }),
  )
  await page.addInitScript(() => {
    type Attest = (request: object) => Promise<{ attestation: { action: string } }>
    const enforce = async (_settings: object, attest: Attest, _first: object, action: string) => {
      const { attestation } = await attest({ action, round: 1 })
      return { attestation, held: attestation.action !== 'allow' }
    }
    Object.assign(window, { vouchsafeEnforce: { enforce } })
  })
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBe('token.passed')
  expect(stage.calls.filter(({ path }) => path === '/v1/challenge').map(({ body }) => body.round)).toEqual([undefined, undefined, 1])
  expect(errors).toEqual([])
})

for (const [named, attribute, expected] of [
  ['whom the project names', '', 'mailto:project@example.org'],
  ['whom the tag names, before the project', 'data-contact=mailto:tag@example.org', 'mailto:tag@example.org'],
] as const) {
  test(`the screens give ${named}, to people who need help`, async ({ page, stage, errors }) => {
    stage.behave = ({ path }) => ({
      kind: 'answer',
      change: path === '/v1/challenge' ? { contact: 'mailto:project@example.org' } : { action: 'block' },
    })
    await page.addInitScript(() => {
      const enforce = async ({ contact }: { contact?: string }, _attest: unknown, first: object) => {
        document.title = String(contact)
        return { attestation: first, held: true }
      }
      Object.assign(window, { vouchsafeEnforce: { enforce } })
    })
    stage.pages.set('/', `<!doctype html><title>t</title>${tag(`data-enforce ${attribute}`)}`)
    await page.goto(`${stage.site}/`)
    await expect(page).toHaveTitle(expected)
    expect(errors).toEqual([])
  })
}

test('an action that no server of ours gives has no screen and holds no form', async ({ page, stage, errors }) => {
  stage.behave = ({ path }) => ({ kind: 'answer', change: path === '/v1/attest' ? { action: '__proto__' } : {} })
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${tag('data-enforce')}<form action=/form method=post data-vouchsafe><button>go</button></form>`,
  )
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  await page.waitForURL('**/form')
  expect(errors).toEqual([])
})

test('a project that has switched enforcement off only observes', async ({ page, stage }) => {
  stage.behave = ({ path }) => ({ kind: 'answer', change: path === '/v1/challenge' ? { enforce: false } : { action: 'block' } })
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${tag('data-enforce')}<form action=/form method=post data-vouchsafe><button>go</button></form>`,
  )
  await page.goto(`${stage.site}/`)
  expect((await firstVerdict(page)).action).toBe('block')
  await page.click('button')
  await page.waitForURL('**/form')
  expect(await page.evaluate(() => 'vouchsafeEnforce' in window)).toBe(false)
})

test('fields that are named like methods of the form do not get in the way of its token', async ({ page, stage, errors }) => {
  const names = ['getAttribute', 'querySelector', 'append', 'appendChild', 'requestSubmit', 'submit', 'elements']
  const inputs = names.map((name) => `<input name=${name}>`).join('')
  setForm(stage, `<form action=/form method=post data-vouchsafe=join>${inputs}<button>go</button></form>`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  // Playwright's own look at whether it can be clicked trips over such a form.
  await page.click('button', { force: true })
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toMatch(/^token\./)
  expect(errors).toEqual([])
})

test('images that are named like properties of the document cost a form its token at most', async ({ page, stage, errors }) => {
  const images = '<img name=createElement alt><img name=currentScript data-key=pk_of_somebody_else data-endpoint=http://127.0.0.1:9 alt>'
  setForm(stage, `${images}<form action=/form method=post data-vouchsafe=join><button>go</button></form>`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  await page.waitForURL('**/form')
  expect(new Set(stage.calls.map(({ body }) => body.siteKey).filter(Boolean))).not.toContain('pk_of_somebody_else')
  expect(stage.posts).toHaveLength(1)
  expect(errors).toEqual([])
})
