import { EditorView } from '@codemirror/view'

/** The colours are the page's: custom properties reach into the shadow root. */
export const editorTheme = EditorView.theme({
  '&': {
    border: '1px solid var(--edge)',
    borderRadius: '5px',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    font: '400 0.95rem / 1.55 var(--mono)',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { minHeight: '8rem', padding: '0.7rem 0.4rem', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--faded)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--wash)', outline: '1px solid var(--faded)' },
  '.cm-tooltip': {
    border: '1px solid var(--edge)',
    borderRadius: '5px',
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--air)', color: 'var(--air-ink)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.85', fontStyle: 'normal', fontFamily: 'var(--sans)' },
  '.cm-completionMatchedText': { textDecoration: 'underline' },
  '.cm-tooltip.cm-completionInfo': { padding: '0.5rem 0.7rem', maxWidth: '22rem', font: '400 0.9rem / 1.45 var(--sans)' },
  '.cm-diagnostic': { padding: '0.4rem 0.7rem', borderLeft: '4px solid var(--bad)', font: '400 0.9rem / 1.45 var(--sans)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '3px' },
  '.tok-keyword': { color: 'var(--air)', fontWeight: '600' },
  '.tok-number': { color: 'var(--warn)' },
  '.tok-string': { color: 'var(--good)' },
  '.tok-field': { color: 'var(--ink)', fontWeight: '600' },
  '.tok-unknown': { color: 'var(--bad)' },
})
