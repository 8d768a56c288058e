import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, linter } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { RuleLanguage } from '../../wire/rules.js'
import { checkRule, type RuleFault } from './check-rule.js'
import { completeRule } from './complete.js'
import { editorTheme } from './editor-theme.js'
import { namesOf, readToken } from './rule-tokens.js'

export interface EditorOptions {
  readonly value: string
  readonly language: RuleLanguage
  readonly label: string
  readonly onValue: (value: string) => void
  readonly onFaults: (faults: readonly RuleFault[]) => void
  readonly onSave: () => void
}

export interface Editor {
  focus(): void
  /** Puts other words in the place of a stretch: what was probably meant. */
  replace(offset: number, length: number, text: string): void
  destroy(): void
}

/** ms after the last key. */
const PATIENCE = 250

const colours = HighlightStyle.define([
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: [tags.bool, tags.number], class: 'tok-number' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.variableName, class: 'tok-field' },
  { tag: tags.invalid, class: 'tok-unknown' },
])

const toDiagnostic = ({ at, message }: RuleFault): Diagnostic => ({
  from: at.offset,
  to: at.offset + at.length,
  severity: 'error',
  message,
})

/**
 * An editor for one rule. It lives in a shadow root, where the editor's style sheets are adopted ones: in a document they would be `<style>` elements, which the
 * page's policy forbids.
 */
export function startEditor(host: HTMLElement, { value, language, label, onValue, onFaults, onSave }: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const names = namesOf(language.fields)
  const check = checkRule(language)
  const lint = linter(
    (view) => {
      const faults = check(view.state.doc.toString())
      onFaults(faults)
      return faults.map(toDiagnostic)
    },
    { delay: PATIENCE },
  )
  const save = () => {
    onSave()
    return true
  }
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: value,
      extensions: [
        StreamLanguage.define({ token: (stream) => readToken(stream, names) }),
        syntaxHighlighting(colours),
        editorTheme,
        drawSelection(),
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeRule(language)], icons: false }),
        lint,
        placeholder('score < 20 AND NOT verified_bot'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => update.docChanged && onValue(update.state.doc.toString())),
        // Tab goes on to the next control: nobody is caught here.
        keymap.of([{ key: 'Mod-s', run: save }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      ],
    }),
  })
  return {
    focus: () => view.focus(),
    replace: (offset, length, insert) => view.dispatch({ changes: { from: offset, to: offset + length, insert } }),
    destroy: () => view.destroy(),
  }
}
