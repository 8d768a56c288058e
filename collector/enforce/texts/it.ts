import type { Texts } from './texts.js'

export const it: Texts = {
  lang: 'it',
  direction: 'ltr',
  checkTitle: 'Una breve verifica',
  checkBody:
    'Prima di proseguire, vorremmo accertarci che a visitare questa pagina sia una persona e non un programma. Bastano pochi secondi e non c’è nessun enigma da risolvere.',
  proceed: 'Continua',
  working: 'Verifica in corso… Bastano pochi secondi.',
  againTitle: 'Ancora una volta, per favore',
  againBody: 'La prima verifica non è bastata. Per favore, continui ancora una volta. Questa dura un po’ di più ed è l’ultima.',
  passed: 'Grazie. È tutto a posto.',
  lostTitle: 'La verifica non è riuscita',
  lostBody:
    'Forse la connessione si è interrotta o il nostro server non risponde. Riprovi. Può anche proseguire senza la verifica; in tal caso sarà il sito a decidere se basta.',
  retry: 'Riprova',
  without: 'Continua senza la verifica',
  stoppedTitle: 'Non abbiamo potuto confermare questa visita',
  stoppedBody: 'Ci dispiace: due verifiche non ci hanno detto abbastanza, perciò ci fermiamo qui invece di chiedere di nuovo.',
  blockedTitle: 'Questa visita è stata fermata',
  blockedBody: 'Ci dispiace: questa visita sembra fatta da un programma. Se Lei è una persona, l’errore è nostro.',
  helpHere: 'Ci scriva indicando il numero di riferimento. La aiuteremo.',
  helpElsewhere: 'Chieda aiuto al gestore di questo sito indicando il numero di riferimento.',
  reference: 'Numero di riferimento',
  copy: 'Copia',
  copied: 'Copiato',
  contact: 'Contatti',
  back: 'Torna indietro',
  home: 'Vai alla pagina iniziale',
  why: 'Che cosa viene verificato?',
  whyBody: 'Come vengono usati il puntatore, la tastiera e lo schermo, e di che tipo di browser si tratta. Ciò che scrive non viene letto.',
}
