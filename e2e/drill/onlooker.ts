import { ANSWER_WITHIN, type Form, type Onlooker, type Sight } from '../support/driver.js'
import { pause } from '../support/robots/robot.js'
import type { Step } from './job.js'
import { plainVerdict } from './judge.js'
import { type FoundForm, findForm, type Texts } from './page/find-form.js'
import { expressionOf, type Heard, hearing, recording, type SeenVerdict } from './page/record-verdicts.js'
import { plain } from './plain.js'

/** What a drill tells those who look on for it. */
export interface Watch {
  /** Nothing is done to a page of another origin. */
  readonly origin: string
  /** The form, where it was given. */
  readonly form?: Form | undefined
  readonly texts: Texts
  /** Is told of each step; left out, nobody watches, and no picture is taken but the last. */
  readonly tell?: ((step: Step) => void) | undefined
}

/** What was seen in one run. All texts are fit to be shown. */
export interface Sighting {
  /** The verdict that the form was sent with; undefined where none was heard of. */
  verdict?: SeenVerdict
  /** The one for which a screen stood before the form. Where the driver then fails, that is why: it pressed what stands on the screen. */
  screened?: SeenVerdict
  screenshot?: Uint8Array
}

/** How long a page may take to have a form, in ms. */
const FORM_WITHIN = 10_000
/** So long after the click a page that is blocked sends no form any more, in ms: the collector holds one for 4 s at the most. */
const SCREENED = 6000
/** For what comes after the verdict to be drawn, in ms. */
const DRAWN = 800
/** The most that a page is heard, in characters, and the most that a picture may take, in bytes. */
const LONGEST = 100_000
const LARGEST = 2_000_000

/** Looks on by what the driver itself can evaluate: where is the form, what does the collector say, is this still the same site? */
export function createOnlooker({ origin, form: given, texts, tell }: Watch): Onlooker & { readonly sighting: Sighting } {
  const sighting: Sighting = {}
  let before = 0
  let told = 0
  let left: Form['fields'] = []

  async function picture(page: Sight): Promise<Uint8Array | undefined> {
    const taken = await page.screenshot().catch(() => undefined)
    if (!taken || taken.length > LARGEST) return undefined
    tell?.({ step: 'picture', picture: Buffer.from(taken).toString('base64') })
    return taken
  }
  function retell({ verdicts }: Heard): void {
    for (const verdict of verdicts.slice(told)) tell?.({ step: 'hears', verdict: plainVerdict(verdict) })
    told = verdicts.length
  }
  async function hear(page: Sight): Promise<Heard> {
    const heard = read<Heard>(await page.evaluate(hearing))
    insist(heard.origin)
    const verdicts = Array.isArray(heard.verdicts) ? heard.verdicts : []
    retell({ ...heard, verdicts })
    if (heard.isScreened && heard.marked) sighting.screened = plainVerdict(verdicts.at(-1) ?? { status: 'ok', action: heard.marked })
    return { ...heard, verdicts }
  }
  function insist(seen: unknown): void {
    if (seen !== origin) throw new Error(`The page led to ${plain(seen, 80) || 'nowhere'}, which is not ${origin}: nothing more was done.`)
  }
  async function look(page: Sight): Promise<Form> {
    for (const deadline = Date.now() + FORM_WITHIN; ; await pause(250)) {
      const found = read<FoundForm>(await page.evaluate(expressionOf(findForm, texts)))
      insist(found.origin)
      if (found.form) return shapely(found.form)
      if (Date.now() > deadline) throw new Error('No form was found on the page. Name its parts with --fill and --submit.')
    }
  }
  return {
    sighting,
    async loaded(page) {
      insist(await page.evaluate(recording))
      const form = given ?? (await look(page))
      left = form.fields
      tell?.({ step: 'opened', fields: left.length })
      if (tell) await picture(page)
      return form
    },
    async stay(page) {
      before = (await hear(page)).verdicts.length
      if (!tell) return
      await picture(page)
      const [next, ...others] = left
      left = others
      tell(next ? { step: 'types', text: next.text } : { step: 'sends' })
    },
    async sent(page) {
      const began = Date.now()
      for (let waited = 0; waited < ANSWER_WITHIN; waited = Date.now() - began) {
        // The page may be on its way to the next one just now.
        const heard = await hear(page).catch((error) => (String(error).includes('which is not') ? Promise.reject(error) : undefined))
        const latest = heard && heard.verdicts.length > before ? heard.verdicts.at(-1) : undefined
        // A screen that stands before the form keeps it from being sent: what counts is why it stands there.
        const standing = heard?.marked && waited > (heard.marked === 'block' ? SCREENED : ANSWER_WITHIN - 1000)
        const verdict = latest ?? (standing ? (heard.verdicts.at(-1) ?? { status: 'ok', action: heard.marked! }) : undefined)
        if (verdict) {
          sighting.verdict = plainVerdict(verdict)
          break
        }
        await pause(250)
      }
      await pause(DRAWN)
      const last = await picture(page)
      if (last) sighting.screenshot = last
    },
  }
}

function read<T>(answer: unknown): T {
  const value: unknown = JSON.parse(String(answer).slice(0, LONGEST))
  if (typeof value !== 'object' || value === null) throw new Error('The page answers in its own way.')
  return value as T
}

const shapely = ({ fields, submit }: Form): Form => ({
  fields: Array.from(fields)
    .slice(0, 20)
    .map(({ selector, text }) => ({ selector: plain(selector, 1000), text: plain(text) })),
  submit: plain(submit, 1000),
})
