import type { Attestation } from '../attest/attestation.js'
import { button, element } from './element.js'
import type { EnforceOptions } from './enforce.js'
import type { Screen } from './screen.js'
import type { Texts } from './texts/texts.js'

/** How long the thanks stay, in ms: enough to be seen, too short to be in the way. */
const THANKS = 700

/** Resolves when the visitor chose to go on. The press, and the way to it, are what the next evidence is richer by. */
function askToProceed(screen: Screen, texts: Texts, round: 1 | 2): Promise<HTMLButtonElement> {
  return new Promise((resolve) => {
    const proceed = button(texts.proceed, 'main', () => resolve(proceed))
    const why = element('details', {}, element('summary', {}, texts.why), element('p', {}, texts.whyBody))
    const [title, body] = round === 1 ? [texts.checkTitle, texts.checkBody] : [texts.againTitle, texts.againBody]
    screen.present({ icon: 'shield', title, body: [body], actions: [proceed], extra: why })
  })
}

async function attest({ attest }: EnforceOptions, round: 1 | 2, screen: Screen, texts: Texts): Promise<Attestation> {
  let over = false
  screen.working(texts.working)
  try {
    return await attest(round, (done) => over || screen.working(texts.working, done))
  } catch {
    // Our own fault must not hold anybody up; the site's backend still has the last word.
    return { status: 'failed', action: 'allow' }
  } finally {
    over = true
  }
}

async function playRound(screen: Screen, texts: Texts, options: EnforceOptions, round: 1 | 2): Promise<Attestation> {
  const proceed = await askToProceed(screen, texts, round)
  // Not `disabled`: that would lose the keyboard's place.
  proceed.setAttribute('aria-disabled', 'true')
  return attest(options, round, screen, texts)
}

/** One or two rounds, never more. @returns the last Attestation: `allow`, or what the visitor could not get past */
export async function runChallenge(screen: Screen, texts: Texts, options: EnforceOptions): Promise<Attestation> {
  const first = await playRound(screen, texts, options, 1)
  const last = first.action === 'challenge' ? await playRound(screen, texts, options, 2) : first
  if (last.action === 'allow') await thank(screen, texts)
  return last
}

async function thank(screen: Screen, texts: Texts): Promise<void> {
  screen.present({ icon: 'done', title: texts.passed, body: [], actions: [] })
  await new Promise((resolve) => setTimeout(resolve, THANKS))
}
