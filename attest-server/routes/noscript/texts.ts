/** What the page says. Plain sentences: a person who meets it did nothing wrong. */
export interface NoscriptTexts {
  readonly title: string
  readonly why: string
  /** What to do. */
  readonly wait: string
  readonly button: string
  readonly early: string
  readonly expired: string
  readonly used: string
  /** The link itself is wrong. */
  readonly refused: string
  readonly again: string
  readonly help: string
}

export const languages = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const
export type Language = (typeof languages)[number]

export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', de: 'ltr', fr: 'ltr', es: 'ltr', ja: 'ltr', ar: 'rtl' }

export const texts: Readonly<Record<Language, NoscriptTexts>> = {
  en: {
    title: 'One moment, please',
    why: 'This site checks that forms are sent by people. That usually happens unnoticed; here it did not work, perhaps because JavaScript is switched off.',
    wait: 'Please wait five seconds, then press the button. You will be taken back to the site.',
    button: 'Continue',
    early: 'That was a little too early. Please wait five seconds, then press the button again.',
    expired: 'This page has been open for too long. Please start again.',
    used: 'This form has already been sent. If you need it once more, please start again.',
    refused: 'This link does not work. Please go back to the site and try again from there.',
    again: 'Start again',
    help: 'Do you need help?',
  },
  de: {
    title: 'Einen Moment bitte',
    why: 'Diese Website prüft, ob Formulare von Menschen abgeschickt werden. Das geschieht sonst unbemerkt; hier war es nicht möglich, vielleicht weil JavaScript ausgeschaltet ist.',
    wait: 'Bitte warten Sie fünf Sekunden und drücken Sie dann die Taste. Sie gelangen zurück zur Website.',
    button: 'Weiter',
    early: 'Das war ein wenig zu früh. Bitte warten Sie fünf Sekunden und drücken Sie die Taste noch einmal.',
    expired: 'Diese Seite war zu lange geöffnet. Bitte beginnen Sie noch einmal.',
    used: 'Dieses Formular wurde schon abgeschickt. Wenn Sie es noch einmal brauchen, beginnen Sie bitte von vorn.',
    refused: 'Dieser Link funktioniert nicht. Bitte gehen Sie zurück zur Website und versuchen Sie es von dort noch einmal.',
    again: 'Noch einmal beginnen',
    help: 'Brauchen Sie Hilfe?',
  },
  fr: {
    title: 'Un instant, s’il vous plaît',
    why: 'Ce site vérifie que les formulaires sont envoyés par des personnes. D’habitude, cela ne se remarque pas ; ici, ce n’était pas possible, peut-être parce que JavaScript est désactivé.',
    wait: 'Veuillez attendre cinq secondes, puis appuyer sur le bouton. Vous reviendrez au site.',
    button: 'Continuer',
    early: 'C’était un peu trop tôt. Veuillez attendre cinq secondes, puis appuyer de nouveau sur le bouton.',
    expired: 'Cette page est restée ouverte trop longtemps. Veuillez recommencer.',
    used: 'Ce formulaire a déjà été envoyé. Si vous en avez encore besoin, veuillez recommencer.',
    refused: 'Ce lien ne fonctionne pas. Veuillez revenir au site et réessayer à partir de là.',
    again: 'Recommencer',
    help: 'Besoin d’aide ?',
  },
  es: {
    title: 'Un momento, por favor',
    why: 'Este sitio comprueba que los formularios los envían personas. Normalmente ocurre sin que se note; aquí no ha sido posible, quizá porque JavaScript está desactivado.',
    wait: 'Espere cinco segundos y pulse el botón. Volverá al sitio.',
    button: 'Continuar',
    early: 'Ha sido un poco pronto. Espere cinco segundos y vuelva a pulsar el botón.',
    expired: 'Esta página ha estado abierta demasiado tiempo. Empiece de nuevo.',
    used: 'Este formulario ya se ha enviado. Si lo necesita otra vez, empiece de nuevo.',
    refused: 'Este enlace no funciona. Vuelva al sitio e inténtelo de nuevo desde allí.',
    again: 'Empezar de nuevo',
    help: '¿Necesita ayuda?',
  },
  ja: {
    title: '少しお待ちください',
    why: 'このサイトでは、フォームが人によって送信されたことを確認しています。通常は自動的に行われますが、JavaScript が無効になっているなどの理由で確認できませんでした。',
    wait: '5秒ほど待ってからボタンを押してください。元のサイトに戻ります。',
    button: '続ける',
    early: '少し早すぎました。5秒ほど待ってから、もう一度ボタンを押してください。',
    expired: 'このページは長い間開かれたままでした。もう一度やり直してください。',
    used: 'このフォームはすでに送信されています。もう一度必要な場合は、最初からやり直してください。',
    refused: 'このリンクは使えません。元のサイトに戻って、もう一度お試しください。',
    again: 'やり直す',
    help: 'お困りですか？',
  },
  ar: {
    title: 'لحظة من فضلك',
    why: 'يتحقق هذا الموقع من أن النماذج يرسلها أشخاص. يحدث ذلك عادةً دون أن يُلاحَظ، لكنه لم ينجح هنا، ربما لأن JavaScript معطّل.',
    wait: 'يُرجى الانتظار خمس ثوانٍ ثم الضغط على الزر. ستعود بعدها إلى الموقع.',
    button: 'متابعة',
    early: 'كان ذلك مبكرًا قليلًا. يُرجى الانتظار خمس ثوانٍ ثم الضغط على الزر مرة أخرى.',
    expired: 'بقيت هذه الصفحة مفتوحة مدة طويلة. يُرجى البدء من جديد.',
    used: 'أُرسل هذا النموذج من قبل. إذا احتجت إليه مرة أخرى فابدأ من جديد.',
    refused: 'هذا الرابط لا يعمل. يُرجى العودة إلى الموقع والمحاولة من هناك مرة أخرى.',
    again: 'البدء من جديد',
    help: 'هل تحتاج إلى مساعدة؟',
  },
}
