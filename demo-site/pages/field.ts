import { html } from 'hono/html'
import type { Markup } from './layout.js'

export interface Field {
  readonly name: string
  readonly label: string
  /** What the browser may fill in (WCAG 2.2, 1.3.5). */
  readonly autocomplete: string
  readonly type?: 'text' | 'email' | 'password'
  readonly value?: string | undefined
  readonly hint?: string
  readonly minLength?: number
  readonly maxLength?: number
}

/** A labelled input; its hint is read out with it. */
export function field({ name, label, autocomplete, type = 'text', value = '', hint, minLength, maxLength = 120 }: Field): Markup {
  const hintId = `${name}-hint`
  return html`<p class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}" required maxlength="${maxLength}"
      ${minLength ? html`minlength="${minLength}"` : ''} ${hint ? html`aria-describedby="${hintId}"` : ''}>
    ${hint ? html`<small id="${hintId}">${hint}</small>` : ''}
  </p>`
}

/** What a form is shown with. */
export interface FormState {
  /** What was typed before. Never the password. */
  readonly typed?: Readonly<Record<string, string>>
  /** A verdict that the visitor brought along from the path without JavaScript. */
  readonly token?: string | undefined
  /** Why the form is shown again. */
  readonly notice?: string
}

/**
 * Opens a form that the collector adds a verdict to when it is sent. A form that already holds one, from the path without JavaScript, is left
 * alone by the collector.
 */
export function openForm(path: string, action: string, { token, notice }: FormState): Markup {
  return html`<form method="post" action="${path}" ${token ? '' : html`data-vouchsafe="${action}"`}>
    ${token ? html`<input type="hidden" name="vouchsafe-token" value="${token}">` : ''}
    ${notice ? html`<p class="notice" role="alert">${notice}</p>` : ''}`
}

export const closeForm = html`</form>`
