import type { Seal } from '../bind/bind.js'
import type { Enforced } from '../enforce/enforce.js'
import type { Listeners } from '../page/listeners.js'
import { actionOf, putToken, resubmit } from './marked-form.js'

export interface FormParts {
  /** Page action of forms that name none. */
  readonly action: string
  /** Name of the field that the token is put into. */
  readonly field: string
  /**
   * Never rejects, and settles within the form's deadline plus what a person needs at a screen. Where there is no verdict, the form is sent all the same, and the site's
   * backend decides.
   */
  decide(action: string, seal: Seal | undefined): Promise<Enforced>
  /** Binds the verdict to what a form holds; undefined where that cannot be done. Never rejects. */
  seal(form: HTMLFormElement, submitter: HTMLElement | null, field: string): Promise<Seal | undefined>
  /** Called when a person begins to use a marked form: cheap when all is prepared. */
  prepare(): void
}

export interface Forms {
  /** True while a submit event is on its way that repeats one which was held. */
  resubmitting(): boolean
}

function markedFormOf(target: EventTarget | null): HTMLFormElement | undefined {
  if (!(target instanceof Element)) return undefined
  const form = target instanceof HTMLFormElement ? target : ((target as HTMLInputElement).form ?? target.closest('form'))
  return form instanceof HTMLFormElement && form.hasAttribute('data-vouchsafe') ? form : undefined
}

/**
 * Serves every `form[data-vouchsafe]`, also those that come later: holds its submission, mints a verdict, puts the token in and
 * submits again as the visitor did. A form left open for an hour or sent twice gets a fresh token each time.
 */
export function startForms(listeners: Listeners, parts: FormParts): Forms {
  const pending = new WeakSet<HTMLFormElement>()
  let passing: HTMLFormElement | undefined

  const send = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    const seal = form.hasAttribute('data-vouchsafe-payload') ? await parts.seal(form, submitter, parts.field) : undefined
    const { attestation, held } = await parts.decide(actionOf(form) ?? parts.action, seal)
    pending.delete(form)
    if (held) return
    passing = form
    try {
      putToken(form, parts.field, attestation.token)
      seal?.put?.()
    } finally {
      // Whatever the page has done to its document: a form that was held is sent.
      resubmit(form, submitter)
      passing = undefined
    }
  }

  listeners.on(
    'submit',
    (event) => {
      const form = markedFormOf(event.target)
      // An event that a script made sends nothing; one that was prevented belongs to whoever did so.
      if (!form || form === passing || !event.isTrusted || event.defaultPrevented) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (pending.has(form)) return
      pending.add(form)
      send(form, event.submitter).catch(() => {})
    },
    true,
  )
  for (const type of ['focus', 'input', 'pointerdown'] as const) {
    listeners.on(type, (event) => {
      if (markedFormOf(event.target)) parts.prepare()
    })
  }
  return { resubmitting: () => passing !== undefined }
}
