/** What the page says. Plain sentences: a person who meets it did nothing wrong. */
export interface NoscriptTexts {
  /** BCP 47, for voices and fonts: whose Portuguese, which Chinese. */
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
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

/** By the primary subtag of what a browser asks for. A row is all that a language takes. */
export const texts = {
  en: {
    lang: 'en',
    direction: 'ltr',
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
    lang: 'de',
    direction: 'ltr',
    title: 'Einen Moment bitte',
    why: 'Diese Website prüft, ob Formulare von Menschen abgeschickt werden. Das geschieht sonst unbemerkt; hier war es nicht möglich, vielleicht weil JavaScript ausgeschaltet ist.',
    wait: 'Bitte warten Sie fünf Sekunden und drücken Sie dann auf „Weiter“. Sie gelangen zurück zur Website.',
    button: 'Weiter',
    early: 'Das war ein wenig zu früh. Bitte warten Sie fünf Sekunden und drücken Sie noch einmal auf „Weiter“.',
    expired: 'Diese Seite war zu lange geöffnet. Bitte beginnen Sie noch einmal.',
    used: 'Dieses Formular wurde schon abgeschickt. Wenn Sie es noch einmal brauchen, beginnen Sie bitte von vorn.',
    refused: 'Dieser Link funktioniert nicht. Bitte gehen Sie zurück zur Website und versuchen Sie es von dort noch einmal.',
    again: 'Noch einmal beginnen',
    help: 'Brauchen Sie Hilfe?',
  },
  fr: {
    lang: 'fr',
    direction: 'ltr',
    title: 'Un instant, s’il vous plaît',
    why: 'Ce site vérifie que les formulaires sont envoyés par des personnes. D’habitude, cela ne se remarque pas ; ici, ce n’était pas possible, peut-être parce que JavaScript est désactivé.',
    wait: 'Veuillez attendre cinq secondes, puis appuyer sur le bouton. Vous reviendrez au site.',
    button: 'Continuer',
    early: 'C’était un peu trop tôt. Veuillez attendre cinq secondes, puis appuyer de nouveau sur le bouton.',
    expired: 'Cette page est restée ouverte trop longtemps. Veuillez recommencer.',
    used: 'Ce formulaire a déjà été envoyé. Si vous en avez encore besoin, veuillez recommencer.',
    refused: 'Ce lien ne fonctionne pas. Veuillez revenir au site et réessayer à partir de là.',
    again: 'Recommencer',
    help: 'Besoin d’aide ?',
  },
  es: {
    lang: 'es',
    direction: 'ltr',
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
  pt: {
    lang: 'pt-BR',
    direction: 'ltr',
    title: 'Um momento, por favor',
    why: 'Este site verifica se os formulários são enviados por pessoas. Normalmente isso passa despercebido; aqui não funcionou, talvez porque o JavaScript esteja desativado.',
    wait: 'Aguarde cinco segundos e depois pressione o botão. Você voltará ao site.',
    button: 'Continuar',
    early: 'Foi um pouco cedo demais. Aguarde cinco segundos e pressione o botão mais uma vez.',
    expired: 'Esta página ficou aberta por tempo demais. Por favor, comece de novo.',
    used: 'Este formulário já foi enviado. Se precisar dele mais uma vez, comece de novo, por favor.',
    refused: 'Este link não funciona. Por favor, volte ao site e tente mais uma vez a partir dele.',
    again: 'Começar de novo',
    help: 'Precisa de ajuda?',
  },
  it: {
    lang: 'it',
    direction: 'ltr',
    title: 'Un momento, per favore',
    why: 'Questo sito verifica che i moduli siano inviati da persone. Di solito avviene senza che lo si noti; qui non è stato possibile, forse perché JavaScript è disattivato.',
    wait: 'Attenda cinque secondi, poi prema il pulsante. Tornerà al sito.',
    button: 'Continua',
    early: 'Era un po’ troppo presto. Attenda cinque secondi, poi prema di nuovo il pulsante.',
    expired: 'Questa pagina è rimasta aperta troppo a lungo. Per favore, ricominci.',
    used: 'Questo modulo è già stato inviato. Se Le serve ancora, per favore ricominci.',
    refused: 'Questo link non funziona. Per favore, torni al sito e riprovi da lì.',
    again: 'Ricomincia',
    help: 'Serve aiuto?',
  },
  ru: {
    lang: 'ru',
    direction: 'ltr',
    title: 'Одну минуту, пожалуйста',
    why: 'Этот сайт проверяет, что формы отправляют люди. Обычно это происходит незаметно; в этот раз не получилось, возможно, из-за того, что отключён JavaScript.',
    wait: 'Подождите, пожалуйста, пять секунд и нажмите кнопку. Вы вернётесь на сайт.',
    button: 'Продолжить',
    early: 'Прошло ещё слишком мало времени. Подождите, пожалуйста, пять секунд и нажмите кнопку ещё раз.',
    expired: 'Эта страница была открыта слишком долго. Пожалуйста, начните сначала.',
    used: 'Эта форма уже отправлена. Если она нужна вам ещё раз, пожалуйста, начните сначала.',
    refused: 'Эта ссылка не работает. Пожалуйста, вернитесь на сайт и попробуйте оттуда ещё раз.',
    again: 'Начать сначала',
    help: 'Нужна помощь?',
  },
  zh: {
    lang: 'zh-Hans',
    direction: 'ltr',
    title: '请稍候',
    why: '本网站会确认表单是由真人提交的。这通常会自动完成；这次未能完成，可能是因为 JavaScript 已停用。',
    wait: '请等待五秒钟，然后点按按钮。您将返回原网站。',
    button: '继续',
    early: '按得稍早了一些。请等待五秒钟，然后再次点按按钮。',
    expired: '此页面打开的时间过长。请重新开始。',
    used: '此表单已经提交过。如果您还需要它，请重新开始。',
    refused: '此链接无效。请返回原网站，然后从那里重试。',
    again: '重新开始',
    help: '需要帮助吗？',
  },
  ja: {
    lang: 'ja',
    direction: 'ltr',
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
    lang: 'ar',
    direction: 'rtl',
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
} as const satisfies Readonly<Record<string, NoscriptTexts>>

export type Language = keyof typeof texts
export const languages = Object.keys(texts) as readonly Language[]
