import type { BuildingBlock } from './building-block.ts'

/** What a decision is about, and the money. */
export const moneyBlocks: readonly BuildingBlock[] = [
  {
    key: 'decision-subject',
    title: 'Onderwerp en grondslag',
    about: 'Waarvoor de subsidie is, en op welke regels zij steunt.',
    guide: '§ 5.1 en bijlage II',
    covers: ['provides-desks'],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      {
        key: 'ordinance',
        label: 'Subsidieverordening van de gemeente',
        kind: 'line',
        hint: 'De naam van jullie eigen verordening, bijvoorbeeld Algemene subsidieverordening 2024.',
      },
      {
        key: 'ground',
        label: 'Waar het geld vandaan komt',
        kind: 'line',
        optional: true,
        known: 'ground',
        hint: 'De naam van de regeling. Leeg als de gemeente dit uit eigen geld betaalt.',
      },
      {
        key: 'request-day',
        label: 'Dag van de aanvraag van de bibliotheek',
        kind: 'day',
        optional: true,
      },
    ],
    members: [
      'Het college van burgemeester en wethouders van {municipality} verleent subsidie aan {library} voor het inrichten en openhouden van een of meer Informatiepunten Digitale Overheid.',
      'Een Informatiepunt Digitale Overheid is een loket waar iedereen zonder drempel terechtkan met vragen over digitale zaken, van de overheid en van andere organisaties. De medewerkers helpen op weg, leggen uit, verwijzen door en wijzen op cursussen.',
      'Deze subsidie is een subsidie als bedoeld in titel 4.2 van de Algemene wet bestuursrecht. Zij steunt op: {ordinance}.',
      'De gemeente betaalt de subsidie uit het geld dat zij ontvangt op grond van: {ground}. Past het rijk die regeling aan, dan kan het college dit besluit daarop aanpassen.',
      'Dit besluit volgt op de aanvraag van {library} van {request-day}.',
    ],
  },
  {
    key: 'financed-activities',
    title: 'Wat wordt gesubsidieerd',
    about: 'Welke activiteiten de bibliotheek uitvoert voor het geld.',
    guide: '§ 4.1, § 5.1 (artikel 5 van de regeling) en bijlage II',
    covers: ['provides-desks'],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      {
        key: 'activities',
        label: 'Activiteiten',
        kind: 'list',
        hint: 'Zet elke activiteit op een eigen regel.',
        usual:
          'hulp aan inwoners bij digitale zaken, aan de balie en op afspraak\ndoorverwijzen naar een cursus, een partner of een organisatie van de overheid, zo nodig met een afspraak\nmensen werven en opleiden die aan de balie helpen\nhet informatiepunt bekendmaken in de bibliotheek en daarbuiten',
      },
      {
        key: 'not-for',
        label: 'Waarvoor de subsidie niet is',
        kind: 'text',
        optional: true,
        hint: 'Bijvoorbeeld: de huur van het gebouw.',
      },
    ],
    members: [
      { text: 'De subsidie is bestemd voor de volgende activiteiten:', list: 'activities' },
      'De bibliotheek besteedt de subsidie alleen aan deze activiteiten. Die dienen het doel van artikel 5 van de Regeling specifieke uitkering Informatiepunten Digitale Overheid, of van de regeling die daarvoor in de plaats komt.',
      'De subsidie is niet bedoeld voor: {not-for}',
    ],
  },
  {
    key: 'amount',
    title: 'Bedrag, voorschot en vaststelling',
    about: 'Hoeveel subsidie, wanneer zij betaald wordt en hoe zij wordt afgerekend.',
    guide: '§ 5.1 en bijlage II',
    covers: ['subsidy-of-each-municipality', 'enough-for-certification', 'lowering-the-subsidy'],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      { key: 'year', label: 'Subsidiejaar', kind: 'year', known: 'year' },
      { key: 'amount', label: 'Bedrag van de subsidie, hoogstens', kind: 'amount', known: 'amount' },
      {
        key: 'advance-percent',
        label: 'Voorschot, in procenten van het bedrag',
        kind: 'percent',
        usual: '100',
      },
      { key: 'advance-day', label: 'Het voorschot is betaald op uiterlijk', kind: 'day' },
      {
        key: 'settlement-day',
        label: 'De bibliotheek vraagt de vaststelling aan voor',
        kind: 'day',
        hint: 'Bedenk wanneer de gemeente zelf aan het rijk verantwoordt.',
      },
    ],
    members: [
      'De subsidie voor {year} is hoogstens {amount}. Het bedrag is bedoeld als genoeg om de activiteiten uit te voeren en om voor het informatiepunt aan de eisen van de certificering te voldoen.',
      'Denkt de bibliotheek dat het bedrag daarvoor niet genoeg is? Dan meldt zij dat zo snel mogelijk en met redenen.',
      'De gemeente betaalt een voorschot van {advance-percent} procent van dit bedrag, uiterlijk op {advance-day} (artikel 4:95 van de Algemene wet bestuursrecht).',
      'De bibliotheek vraagt voor {settlement-day} om vaststelling van de subsidie. Zij laat daarbij zien welke activiteiten zijn uitgevoerd, wat die hebben gekost en of aan de verplichtingen is voldaan (artikelen 4:44 en 4:45).',
      'Zijn de activiteiten niet of niet helemaal uitgevoerd, of is aan een verplichting niet voldaan? Dan kan het college de subsidie lager vaststellen (artikel 4:46). Het college praat daar eerst over met de bibliotheek. Te veel betaald voorschot betaalt de bibliotheek terug.',
      'Staat de begroting nog niet vast, dan geldt dit besluit onder de voorwaarde dat de gemeenteraad genoeg geld beschikbaar stelt (artikel 4:34).',
    ],
  },
  {
    key: 'left-over',
    title: 'Geld dat overblijft',
    about: 'Wat er gebeurt met geld dat aan het eind van het jaar over is.',
    guide: '§ 5.1 (artikel 5 van de regeling)',
    covers: [],
    kinds: ['subsidy-decision'],
    usual: false,
    blanks: [
      {
        key: 'keep-percent',
        label: 'Hoogstens te bewaren, in procenten van de subsidie',
        kind: 'percent',
        hint: 'De regeling van 2023 tot en met 2025 laat de gemeente zelf hoogstens 25 procent doorschuiven.',
      },
      { key: 'tell-day', label: 'De bibliotheek meldt uiterlijk op', kind: 'day' },
    ],
    members: [
      'Verwacht de bibliotheek dat er geld overblijft, dan meldt zij dat uiterlijk op {tell-day}. Partijen bespreken waaraan het dat jaar nog goed besteed kan worden.',
      'De bibliotheek mag hoogstens {keep-percent} procent van de subsidie bewaren voor dezelfde activiteiten in het volgende jaar, als het college daarmee vooraf instemt.',
    ],
  },
  {
    key: 'obligations',
    title: 'Verplichtingen en meldplicht',
    about: 'Wat de bibliotheek moet melden, en wat zij bewaart.',
    guide: 'bijlage II',
    covers: ['way-of-accounting'],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      {
        key: 'extra',
        label: 'Andere verplichtingen',
        kind: 'list',
        optional: true,
        hint: 'Zet elke verplichting op een eigen regel.',
      },
    ],
    members: [
      'De bibliotheek meldt het meteen aan het college als zij de activiteiten niet, niet op tijd of niet helemaal kan uitvoeren, of als een informatiepunt langer dan twee weken dicht is.',
      'De bibliotheek houdt haar administratie zo bij dat te zien is welke kosten en opbrengsten bij de informatiepunten horen. Zij laat die zien als het college daarom vraagt.',
      'De artikelen hierna zijn verplichtingen van de bibliotheek als bedoeld in de artikelen 4:37 en 4:38 van de Algemene wet bestuursrecht, voor zover ze zeggen wat de bibliotheek doet.',
      { text: 'Verder geldt:', list: 'extra' },
    ],
  },
]
