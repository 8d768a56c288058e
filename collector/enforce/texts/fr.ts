import type { Texts } from './texts.js'

export const fr: Texts = {
  lang: 'fr',
  direction: 'ltr',
  checkTitle: 'Une petite vérification',
  checkBody:
    'Avant de continuer, nous aimerions nous assurer que c’est une personne, et non un programme, qui visite cette page. Cela prend quelques secondes et il n’y a aucune énigme à résoudre.',
  proceed: 'Continuer',
  working: 'Vérification en cours… Cela prend quelques secondes.',
  againTitle: 'Encore une fois, s’il vous plaît',
  againBody:
    'La première vérification n’a pas tout à fait suffi. Veuillez continuer encore une fois. Celle-ci dure un peu plus longtemps et c’est la dernière.',
  passed: 'Merci. Tout est en ordre.',
  lostTitle: 'La vérification n’a pas abouti',
  lostBody:
    'La connexion est peut-être coupée, ou notre serveur ne répond pas. Veuillez réessayer. Vous pouvez aussi continuer sans vérification ; le site décidera alors si cela suffit.',
  retry: 'Réessayer',
  without: 'Continuer sans vérification',
  stoppedTitle: 'Nous n’avons pas pu confirmer cette visite',
  stoppedBody:
    'Nous sommes désolés : deux vérifications ne nous en ont pas appris assez. Nous préférons nous arrêter ici plutôt que de redemander.',
  blockedTitle: 'Cette visite a été arrêtée',
  blockedBody: 'Nous sommes désolés : cette visite semble provenir d’un programme. Si vous êtes une personne, l’erreur est de notre côté.',
  helpHere: 'Écrivez-nous en indiquant le numéro de référence. Nous vous aiderons.',
  helpElsewhere: 'Adressez-vous au responsable de ce site en indiquant le numéro de référence.',
  reference: 'Numéro de référence',
  copy: 'Copier',
  copied: 'Copié',
  contact: 'Nous contacter',
  back: 'Retour',
  home: 'Aller à l’accueil',
  why: 'Qu’est-ce qui est vérifié ?',
  whyBody: 'La façon dont le pointeur, le clavier et l’écran sont utilisés, et le type de navigateur. Ce que vous écrivez n’est pas lu.',
}
