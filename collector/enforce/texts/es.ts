import type { Texts } from './texts.js'

export const es: Texts = {
  lang: 'es',
  direction: 'ltr',
  checkTitle: 'Una breve comprobación',
  checkBody:
    'Antes de seguir, queremos asegurarnos de que quien visita la página es una persona y no un programa. Solo lleva unos segundos y no hay ningún acertijo que resolver.',
  proceed: 'Continuar',
  working: 'Comprobando… Esto lleva unos segundos.',
  againTitle: 'Una vez más, por favor',
  againBody: 'La primera comprobación no ha sido suficiente. Continúe una vez más, por favor. Esta tarda un poco más y es la última.',
  passed: 'Gracias. Todo está en orden.',
  lostTitle: 'La comprobación no se ha completado',
  lostBody:
    'Quizá se ha perdido la conexión o nuestro servidor no responde. Inténtelo de nuevo. También puede continuar sin la comprobación; entonces el sitio web decide si eso basta.',
  retry: 'Intentar de nuevo',
  without: 'Continuar sin la comprobación',
  stoppedTitle: 'No hemos podido confirmar esta visita',
  stoppedBody:
    'Lo sentimos: dos comprobaciones no nos han dado información suficiente, así que paramos aquí en lugar de volver a preguntar.',
  blockedTitle: 'Esta visita se ha detenido',
  blockedBody: 'Lo sentimos: esta visita parece hecha por un programa. Si usted es una persona, el error es nuestro.',
  helpHere: 'Escríbanos e indique el número de referencia. Le ayudaremos.',
  helpElsewhere: 'Pida ayuda al responsable de este sitio web e indique el número de referencia.',
  reference: 'Número de referencia',
  copy: 'Copiar',
  copied: 'Copiado',
  contact: 'Contactar',
  back: 'Volver',
  home: 'Ir a la página de inicio',
  why: '¿Qué se comprueba?',
  whyBody: 'Cómo se usan el puntero, el teclado y la pantalla, y qué tipo de navegador es. Lo que usted escribe no se lee.',
}
