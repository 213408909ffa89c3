import type { BuildingBlock } from './building-block.ts'

/** How long it holds, and how it ends. */
export const closingBlocks: readonly BuildingBlock[] = [
  {
    key: 'term',
    title: 'Looptijd en einde',
    about: 'Van wanneer tot wanneer, en hoe het ophoudt. De dagen komen uit de stap Looptijd.',
    guide: 'bijlage II',
    covers: ['lowering-the-subsidy'],
    kinds: ['subsidy-decision', 'cooperation'],
    usual: true,
    blanks: [],
    members: [
      {
        text: 'Dit besluit geldt van {from} tot en met {until}.',
        only: 'subsidy-decision',
      },
      {
        text: 'Dit besluit geldt vanaf {from}, totdat het college anders besluit.',
        only: 'subsidy-decision',
        without: 'until',
      },
      { text: 'Deze overeenkomst geldt van {from} tot en met {until}.', only: 'cooperation' },
      {
        text: 'Deze overeenkomst geldt vanaf {from}, voor onbepaalde tijd.',
        only: 'cooperation',
        without: 'until',
      },
      {
        text: 'Wil het college de subsidie daarna niet of niet op dezelfde manier voortzetten, dan laat het dat {notice} tevoren weten. Kreeg de bibliotheek drie jaar of langer achter elkaar subsidie, dan gebeurt dat met een redelijke termijn (artikel 4:51 van de Algemene wet bestuursrecht).',
        only: 'subsidy-decision',
      },
      {
        text: 'Wie de overeenkomst wil opzeggen of niet wil verlengen, doet dat schriftelijk en {notice} tevoren.',
        only: 'cooperation',
      },
      'Gaat een gemeente op in een andere, dan gaan haar rechten en plichten over op de nieuwe gemeente. Partijen bespreken dan of de afspraken nog passen.',
    ],
  },
  {
    key: 'objection',
    title: 'Bezwaar',
    about: 'Hoe de bibliotheek bezwaar kan maken. Een besluit moet dit vermelden.',
    guide: 'bijlage II',
    covers: [],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      {
        key: 'address',
        label: 'Adres voor een bezwaarschrift',
        mark: 'adres',
        kind: 'text',
        hint: 'Postadres, en de pagina waar het digitaal kan.',
      },
    ],
    members: [
      'Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken na de dag waarop het is verzonden bezwaar maken bij het college (artikelen 3:45 en 6:7 van de Algemene wet bestuursrecht).',
      'Zet in het bezwaar uw naam en adres, de datum, tegen welk besluit u bezwaar maakt en waarom, en onderteken het. Stuur het naar: {address}',
    ],
  },
]
