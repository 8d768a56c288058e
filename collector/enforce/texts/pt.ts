import type { Texts } from './texts.js'

export const pt: Texts = {
  lang: 'pt-BR',
  direction: 'ltr',
  checkTitle: 'Uma verificação rápida',
  checkBody:
    'Antes de continuar, gostaríamos de ter certeza de que quem visita esta página é uma pessoa, e não um programa. Leva poucos segundos, e não há nenhum enigma para resolver.',
  proceed: 'Continuar',
  working: 'Verificando… Isso leva poucos segundos.',
  againTitle: 'Mais uma vez, por favor',
  againBody: 'A primeira verificação não foi suficiente. Por favor, continue mais uma vez. Esta demora um pouco mais e é a última.',
  passed: 'Agradecemos. Está tudo certo.',
  lostTitle: 'A verificação não foi concluída',
  lostBody:
    'Talvez a conexão tenha caído ou nosso servidor não esteja respondendo. Tente novamente. Você também pode continuar sem a verificação; nesse caso, o site decide se isso é suficiente.',
  retry: 'Tentar novamente',
  without: 'Continuar sem a verificação',
  stoppedTitle: 'Não conseguimos confirmar esta visita',
  stoppedBody: 'Lamentamos: duas verificações não nos deram informações suficientes. Por isso paramos aqui, em vez de perguntar de novo.',
  blockedTitle: 'Esta visita foi interrompida',
  blockedBody: 'Lamentamos: esta visita parece ter sido feita por um programa. Se você é uma pessoa, o erro é nosso.',
  helpHere: 'Escreva para nós e informe o número de referência. Vamos ajudar você.',
  helpElsewhere: 'Peça ajuda ao responsável por este site e informe o número de referência.',
  reference: 'Número de referência',
  copy: 'Copiar',
  copied: 'Copiado',
  contact: 'Entrar em contato',
  back: 'Voltar',
  home: 'Ir para a página inicial',
  why: 'O que é verificado?',
  whyBody: 'Como o ponteiro, o teclado e a tela são usados e qual é o tipo de navegador. O que você digita não é lido.',
}
