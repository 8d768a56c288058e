/** A verdict as the page hears of it. Its token stays there: a report is shown to people. */
export interface SeenVerdict {
  readonly status: string
  readonly action: string
  readonly score?: number
  readonly band?: string
  readonly assurance?: string
  readonly reference?: string
}

/** What was heard, in JSON. */
export interface Heard {
  readonly origin: string
  readonly verdicts: readonly SeenVerdict[]
  /** `html[data-vouchsafe-action]`, where the page says it. */
  readonly marked?: string
  /** Whether a screen of ours stands before it. */
  readonly isScreened: boolean
}

/** Where the page keeps what was heard: it outlives the page that the form leads away from. */
const KEPT = 'vouchsafe-drill'

/** Runs in the page, as text: notes every verdict from now on. */
function recordVerdicts(kept: string): string {
  const pick = ({ status, action, score, band, assurance, reference }: SeenVerdict) => ({
    status,
    action,
    score,
    band,
    assurance,
    reference,
  })
  sessionStorage.setItem(kept, '[]')
  document.addEventListener('vouchsafe:verdict', (event) => {
    const verdicts = JSON.parse(sessionStorage.getItem(kept) ?? '[]') as unknown[]
    verdicts.push(pick((event as CustomEvent<SeenVerdict>).detail))
    // Pages that ask over and over must not fill the store.
    sessionStorage.setItem(kept, JSON.stringify(verdicts.slice(-20)))
  })
  return location.origin
}

/** Runs in the page, as text. */
function hear(kept: string): string {
  const verdicts = JSON.parse(sessionStorage.getItem(kept) ?? '[]') as unknown[]
  const isScreened = document.querySelector('vouchsafe-screen') !== null
  return JSON.stringify({ origin: location.origin, verdicts, marked: document.documentElement.dataset.vouchsafeAction, isScreened })
}

/** A function of this folder as an expression to evaluate. */
export const expressionOf = <A>(inPage: (argument: A) => string, argument: A): string => `(${inPage})(${JSON.stringify(argument)})`

export const recording: string = expressionOf(recordVerdicts, KEPT)
export const hearing: string = expressionOf(hear, KEPT)
