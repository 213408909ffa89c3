import type { BuildingBlock } from './building-block.ts'

const between = ['cooperation'] as const

/** What municipalities that finance one library agree among themselves (guide, annex II, first model). */
export const betweenBlocks: readonly BuildingBlock[] = [
  {
    key: 'cooperation-subject',
    title: 'Onderwerp en doel',
    about: 'Welke gemeenten samenwerken, met welke bibliotheek, en waarom.',
    guide: '§ 5.2.2 en bijlage II',
    covers: ['provides-desks'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'aim',
        label: 'Wat de gemeenten samen willen bereiken',
        mark: 'wat zij willen bereiken',
        kind: 'text',
        usual:
          'Inwoners van alle gemeenten vinden dicht bij huis hulp bij digitale zaken, van dezelfde kwaliteit, aan welke kant van een gemeentegrens zij ook wonen.',
      },
    ],
    members: [
      'De gemeenten {parties} financieren samen de Informatiepunten Digitale Overheid van {library}. In deze overeenkomst heten zij de gemeenten, en {library} de bibliotheek.',
      'Wat de gemeenten samen willen: {aim}',
      'Elke gemeente houdt haar eigen taken en bevoegdheden, en verleent zelf subsidie aan de bibliotheek volgens titel 4.2 van de Algemene wet bestuursrecht. Deze overeenkomst zegt hoe de gemeenten dat op elkaar afstemmen.',
      'Waar hierna staat wat de bibliotheek doet, neemt elke gemeente dat op in haar eigen besluit over de subsidie. Met de gemeente is bedoeld: elke gemeente, voor wat haar aangaat.',
    ],
  },
  {
    key: 'who-finances',
    title: 'Wie wat financiert',
    about: 'Het bedrag of het deel van elke gemeente.',
    guide: 'bijlage II (de subsidiëring door elke gemeente)',
    covers: ['subsidy-of-each-municipality', 'enough-for-certification'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'parts',
        label: 'Bijdrage van elke gemeente per jaar',
        kind: 'table',
        known: 'municipalities',
        columns: [
          { key: 'municipality', label: 'Gemeente' },
          { key: 'what', label: 'Waarvoor' },
          { key: 'amount', label: 'Bedrag per jaar', kind: 'amount' },
        ],
      },
      {
        key: 'pay-day',
        label: 'Elke gemeente betaalt voor',
        mark: 'dag en maand',
        kind: 'line',
        hint: 'Dag en maand, bijvoorbeeld 1 februari.',
      },
    ],
    members: [
      { text: 'De gemeenten dragen per jaar bij:', table: 'parts' },
      'Elke gemeente betaalt haar bijdrage als subsidie aan de bibliotheek, voor {pay-day} van het jaar.',
      'De gemeenten zorgen samen dat het geld genoeg is om de afgesproken informatiepunten open te houden en aan de eisen van de certificering te voldoen.',
    ],
  },
  {
    key: 'costs-by-key',
    title: 'Verdeling van gezamenlijke kosten',
    about: 'Een vaste sleutel voor kosten die niet van een gemeente alleen zijn.',
    guide: 'bijlage II (gezamenlijke financiering)',
    covers: ['subsidy-of-each-municipality'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'basis',
        label: 'Waarop de sleutel steunt',
        mark: 'waarnaar',
        kind: 'line',
        usual: 'het aantal inwoners op 1 januari',
        hint: 'Bijvoorbeeld: inwoners, aantal informatiepunten, aantal vragen, of een vast deel.',
      },
      {
        key: 'key',
        label: 'De sleutel, in procenten',
        kind: 'table',
        known: 'municipalities',
        hint: 'Samen precies 100.',
        columns: [
          { key: 'municipality', label: 'Gemeente' },
          { key: 'share', label: 'Deel in procenten', kind: 'share' },
        ],
      },
      {
        key: 'which-costs',
        label: 'Welke kosten zo verdeeld worden',
        kind: 'list',
        usual: 'coördinatie van de informatiepunten\nopleiding van medewerkers\ngezamenlijke publiciteit',
      },
    ],
    members: [
      { text: 'Deze kosten dragen de gemeenten samen:', list: 'which-costs' },
      { text: 'Zij worden verdeeld naar {basis}:', table: 'key' },
      'De sleutel wordt elk jaar voor 1 oktober bekeken. Verandert wat eraan ten grondslag ligt, dan passen de gemeenten hem samen aan voor het jaar erna.',
    ],
  },
  {
    key: 'across-border',
    title: 'Een informatiepunt over de grens',
    about: 'Als een informatiepunt in de buurgemeente dichterbij is voor inwoners.',
    guide: '§ 5.2.2 en bijlage II',
    covers: ['nearer-across-the-border'],
    kinds: between,
    usual: false,
    blanks: [
      {
        key: 'desks-across',
        label: 'Welke informatiepunten, en wie eraan meebetaalt',
        kind: 'list',
        hint: 'Op elke regel een informatiepunt, de gemeente waar het staat, en wie welk deel betaalt.',
      },
    ],
    members: [
      {
        text: 'Voor een deel van de inwoners is een informatiepunt in een andere gemeente dichterbij. De gemeenten spreken daarom af:',
        list: 'desks-across',
      },
      'Iedereen is welkom bij elk informatiepunt, waar hij ook woont. Niemand wordt naar zijn adres gevraagd om geholpen te worden.',
      'Een informatiepunt telt bij de verantwoording mee voor elke gemeente die het financiert, voor haar deel. De vragen tellen in de gemeente waar het staat.',
    ],
  },
  {
    key: 'without-library',
    title: 'Een gemeente zonder bibliotheek',
    about: 'Als een gemeente zelf geen bibliotheek heeft en die van een andere gemeente vraagt.',
    guide: '§ 5.2.2 en bijlage II',
    covers: ['municipality-without-library'],
    kinds: between,
    usual: false,
    blanks: [
      {
        key: 'which',
        label: 'Welke gemeente geen bibliotheek heeft',
        mark: 'naam van de gemeente',
        kind: 'line',
      },
      {
        key: 'where',
        label: 'Waar de bibliotheek daar een informatiepunt houdt',
        mark: 'waar',
        kind: 'text',
        hint: 'Bijvoorbeeld: in het dorpshuis, en elke tweede week met de bus in de kern West.',
      },
      {
        key: 'who-arranges',
        label: 'Wie de ruimte regelt en betaalt',
        mark: 'wie dat doet',
        kind: 'line',
      },
    ],
    members: [
      'In {which} is geen bibliotheek. De bibliotheek houdt daar op verzoek van die gemeente een informatiepunt: {where}',
      'De ruimte regelt en betaalt {who-arranges}.',
      'Voor dit informatiepunt gelden dezelfde afspraken over kwaliteit, registratie en privacy als voor de andere.',
    ],
  },
  {
    key: 'spread',
    title: 'Spreiding van locaties',
    about: 'De gemeenten kiezen locaties samen, zodat de afstand voor inwoners klein is.',
    guide: '§ 5.2.2 en bijlage II',
    covers: ['spread-of-locations'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'distance',
        label: 'Hoogste afstand die de gemeenten willen',
        kind: 'line',
        optional: true,
        hint: 'Bijvoorbeeld: vijf kilometer voor negen van de tien inwoners.',
      },
    ],
    members: [
      'De gemeenten stemmen af waar informatiepunten komen, open blijven of verdwijnen, zodat de afstand voor zo veel mogelijk inwoners klein is. Een gemeentegrens speelt daarbij geen rol.',
      'Zij streven naar een afstand van hoogstens: {distance}.',
      'Wil een gemeente een informatiepunt openen, verplaatsen of sluiten, dan vertelt zij dat de andere voordat zij besluit.',
    ],
  },
  {
    key: 'six-roles',
    title: 'De zes rollen van de gemeenten',
    about: 'Wie namens alle gemeenten welke rol neemt.',
    guide: 'bijlage II en hoofdstuk 4',
    covers: ['six-roles'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'roles',
        label: 'Verdeling van de rollen',
        kind: 'table',
        rows: [
          'Financier van de bibliotheek',
          'Promotor bij inwoners',
          'Regisseur van het netwerk',
          'Doorverwijzer van inwoners',
          'Digitale dienstverlener',
          'Beleidsmaker op andere terreinen',
        ],
        columns: [
          { key: 'role', label: 'Rol' },
          { key: 'who', label: 'Wie trekt dit' },
          { key: 'how', label: 'Wat zij doet' },
        ],
      },
    ],
    members: [
      { text: 'De gemeenten verdelen het werk dat bij hun zes rollen hoort:', table: 'roles' },
      'Waar een gemeente een rol trekt voor de andere, vertelt zij die minstens twee keer per jaar hoe het gaat.',
    ],
  },
  {
    key: 'joint-talk',
    title: 'Samen in gesprek met de bibliotheek',
    about: 'Een gesprek van alle gemeenten samen met de bibliotheek, in plaats van elk apart.',
    guide: 'bijlage II (overleg door en met de bibliotheek) en § 5.2.3',
    covers: ['progress-and-evaluation', 'contact-person'],
    kinds: between,
    usual: true,
    blanks: [
      { key: 'talks', label: 'Hoe vaak', mark: 'hoe vaak', kind: 'line', usual: 'twee keer per jaar' },
      {
        key: 'chair',
        label: 'Welke gemeente het gesprek leidt',
        mark: 'naam van de gemeente',
        kind: 'line',
        hint: 'Bijvoorbeeld: om de beurt, te beginnen met de grootste.',
      },
      {
        key: 'persons',
        label: 'Contactpersonen',
        kind: 'list',
        hint: 'Op elke regel een partij, met naam of functie.',
      },
    ],
    members: [
      'De gemeenten praten {talks} samen met de bibliotheek over voortgang, geld en kwaliteit. Het gesprek leidt: {chair}.',
      { text: 'Contactpersonen zijn:', list: 'persons' },
      'De gemeenten vragen de bibliotheek om dezelfde cijfers, op dezelfde dag, in dezelfde vorm.',
    ],
  },
  {
    key: 'leaving',
    title: 'Minder bijdragen of stoppen',
    about: 'Hoe een gemeente haar bijdrage kan verlagen of uit de overeenkomst kan gaan.',
    guide: 'bijlage II (vermindering van de subsidie door een gemeente)',
    covers: ['lowering-the-subsidy'],
    kinds: between,
    usual: true,
    blanks: [
      {
        key: 'tell-before',
        label: 'Een gemeente meldt dit voor',
        mark: 'dag en maand',
        kind: 'line',
        usual: '1 januari',
      },
      {
        key: 'holds-from',
        label: 'Het gaat in op',
        mark: 'dag',
        kind: 'line',
        usual: '1 januari van het jaar daarna',
      },
    ],
    members: [
      'Wil een gemeente minder bijdragen of stoppen, dan meldt zij dat voor {tell-before} aan de andere gemeenten en aan de bibliotheek. Het gaat in op {holds-from}.',
      'De gemeenten bespreken eerst wat het betekent voor de informatiepunten en voor het personeel van de bibliotheek.',
      'Een gemeente die stopt, betaalt haar deel van kosten die de bibliotheek voor haar heeft gemaakt en niet meer kan vermijden, tot de dag waarop het ingaat en hoogstens een jaar daarna.',
      'De andere gemeenten gaan samen verder, en passen de verdeling van de kosten aan.',
    ],
  },
]
