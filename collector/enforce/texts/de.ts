import type { Texts } from './texts.js'

export const de: Texts = {
  lang: 'de',
  direction: 'ltr',
  checkTitle: 'Eine kurze Prüfung',
  checkBody:
    'Bevor es weitergeht, möchten wir sicher sein, dass hier ein Mensch und kein Programm zu Besuch ist. Das dauert wenige Sekunden, und es gibt kein Rätsel zu lösen.',
  proceed: 'Weiter',
  working: 'Wird geprüft … das dauert wenige Sekunden.',
  againTitle: 'Bitte noch einmal',
  againBody:
    'Die erste Prüfung hat nicht ganz gereicht. Bitte gehen Sie noch einmal auf „Weiter“. Diese dauert etwas länger und ist die letzte.',
  passed: 'Vielen Dank. Alles in Ordnung.',
  lostTitle: 'Die Prüfung kam nicht zustande',
  lostBody:
    'Vielleicht ist die Verbindung unterbrochen, oder unser Server antwortet nicht. Bitte versuchen Sie es noch einmal. Sie können auch ohne die Prüfung weitergehen; dann entscheidet die Website, ob das genügt.',
  retry: 'Noch einmal versuchen',
  without: 'Ohne Prüfung weiter',
  stoppedTitle: 'Wir konnten diesen Besuch nicht bestätigen',
  stoppedBody: 'Es tut uns leid: Zwei Prüfungen haben uns nicht genug gesagt. Statt weiter zu fragen, hören wir hier auf.',
  blockedTitle: 'Dieser Besuch wurde angehalten',
  blockedBody: 'Es tut uns leid: Dieser Besuch sieht aus, als käme er von einem Programm. Wenn Sie ein Mensch sind, ist das unser Fehler.',
  helpHere: 'Bitte schreiben Sie uns und nennen Sie die Referenznummer. Wir helfen Ihnen.',
  helpElsewhere: 'Bitte wenden Sie sich an den Betreiber dieser Website und nennen Sie die Referenznummer.',
  reference: 'Referenznummer',
  copy: 'Kopieren',
  copied: 'Kopiert',
  contact: 'Kontakt aufnehmen',
  back: 'Zurück',
  home: 'Zur Startseite',
  why: 'Was wird geprüft?',
  whyBody:
    'Wie Zeiger, Tastatur und Bildschirm benutzt werden und um welche Art Browser es sich handelt. Was Sie schreiben, wird nicht gelesen.',
}
