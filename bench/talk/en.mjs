// What is said in English conversations, stage by stage; see zh.mjs.
const NAMES = [
  'Ellis',
  'Harper',
  'Novak',
  'Okafor',
  'Reyes',
  'Lindqvist',
  'Marsh',
  'Patel',
  'Quinn',
  'Sato',
  'Tanaka',
  'Underhill',
  'Walsh',
  'Young',
  'Abbott',
  'Brandt',
  'Carver',
  'Dunne',
  'Farouk',
  'Greco',
];

export const slots = {
  name: (r) => r.pick(NAMES),
  first: (r) =>
    r.pick(['Dana', 'Sam', 'Priya', 'Tom', 'Lena', 'Ruth', 'Omar', 'Grace', 'Ivan', 'Mei', 'Noor', 'Paul']),
  title: (r) => r.pick(['Ms', 'Mr', 'Mrs', 'Dr']),
  order: (r) => `${r.pick(['AC', 'BX', 'KD', 'LT', 'QR'])}-${r.between(100000, 999999)}`,
  case: (r) => `${r.between(100000, 999999)}`,
  tail: (r) => `${r.between(1000, 9999)}`,
  amount: (r) => `$${r.between(3, 899)}.${r.pick(['00', '49', '95', '99'])}`,
  day: (r) => `${r.pick(['January', 'March', 'May', 'July', 'September', 'November'])} ${r.between(1, 28)}`,
  clock: (r) => `${r.between(1, 12)}:${r.pick(['00', '15', '30', '45'])} ${r.pick(['am', 'pm'])}`,
  when: (r) =>
    r.pick([
      'yesterday evening',
      'this morning',
      'last Friday',
      'two weeks ago',
      'over the weekend',
      'about an hour ago',
    ]),
  days: (r) => `${r.between(2, 9)} business days`,
  hours: (r) => `${r.between(2, 48)} hours`,
  place: (r) =>
    `${r.between(1, 980)} ${r.pick(['Alder', 'Birch', 'Canal', 'Dover', 'Elm', 'Ferry', 'Grove', 'Harbour'])} ${r.pick(['Street', 'Lane', 'Road', 'Avenue'])}`,
  city: (r) =>
    r.pick([
      'Leeds',
      'Austin',
      'Dublin',
      'Perth',
      'Halifax',
      'Bristol',
      'Tampa',
      'Cardiff',
      'Oslo',
      'Denver',
    ]),
  product: (r) =>
    `${r.pick(['wireless', 'stainless', 'folding', 'compact', 'annual', 'family', 'ceramic', 'refurbished'])} ${r.pick(['router', 'kettle', 'headset', 'stroller', 'membership', 'heater', 'printer', 'backpack', 'lamp', 'blender', 'monitor', 'tent'])}`,
  trouble: (r) =>
    r.pick([
      'keeps losing its connection',
      'arrived with a cracked lid',
      'was charged twice',
      'will not switch on',
      'is two sizes too small',
      'shows as delivered but never came',
      'makes a loud humming noise',
      'came without the charger',
    ]),
  um: (r) =>
    r.pick(['Well, ', 'Hmm, ', 'Oh, ', 'Okay, ', 'I see, ', 'Right, ', 'Sorry, ', 'Let me think, ', '', '']),
  cause: (r) =>
    r.pick([
      'the carrier was held up by snow',
      'the warehouse was counting stock',
      'an update ran twice on our side',
      'the offer ended last month',
      'one digit of the postcode was missing',
      'the line near you is being repaired',
    ]),
};

const opening = [
  [
    'agent',
    [
      'Good morning, thank you for calling {city} support, this is {first}, case {case}. How may I help you today?',
      'Hello {title} {name}, thank you for contacting us. My name is {first}, your case is {case}, how can I help you?',
    ],
  ],
  [
    'customer',
    [
      'Hi, I bought a {product} {when} and it {trouble}',
      'Hello, my order {order} {trouble} and I would like to know why',
      'There is a charge of {amount} from {day} that I do not recognise',
      'I live at {place} and the {product} {trouble} since {when}',
    ],
  ],
  [
    'agent',
    [
      'I am sorry to hear that, {title} {name}. Could I have the order number for case {case}, please?',
      'I apologise for the trouble with the {product} on {day}. May I ask for the last four digits of the phone number, please?',
    ],
  ],
  [
    'customer',
    [
      'Sure, it is {order}',
      '{um}it ends in {tail}',
      '{um}the name is {name}, {place}, and the order is {order}',
      'Let me see, {order}, placed on {day} at {clock}',
    ],
  ],
];

const middle = [
  [
    'agent',
    [
      'Thank you. I can see a {product} for {amount} on {day}. Is that the one?',
      'Thank you, {title} {name}. The parcel left {city} on {day} at {clock}, tracking ends in {tail}. Is the address still {place}?',
      'Thanks for checking. What has the light on the {product} shown since {clock}, please?',
    ],
  ],
  [
    'customer',
    [
      '{um}the one for {amount}, {day}',
      '{um}I looked at it {when}, around {clock}',
      '{um}it has been blinking for {hours} now, since {clock}',
      'Okay',
      '{um}that is correct, {place}, after {clock}',
    ],
  ],
  [
    'agent',
    [
      'Thank you for waiting. It turns out {cause}, so I have arranged a replacement under case {case} that reaches {place} by {day}.',
      'I have checked, and {cause}. The {amount} will be back on the card ending in {tail} within {days}.',
      'I am sorry about the delay, {cause}. I have asked the team in {city} to put order {order} first.',
    ],
  ],
  [
    'customer',
    [
      'Could somebody come on {day} around {clock}?',
      '{um}{hours} is a long time, can it be before {day}?',
      '{um}so {cause}? I thought the {product} was broken',
      '{um}my neighbour says since {day}, {clock}, theirs {trouble} too',
      '{um}please call me on the number ending in {tail} after {clock}',
    ],
  ],
  [
    'agent',
    [
      'Of course, I have noted {day} at {clock} for {place}. Does that work for you?',
      'I will follow this up myself and email you within {hours}, by {clock} on {day}, if that is all right with you.',
      'Certainly, I have added {clock} and the number ending in {tail} to order {order}.',
    ],
  ],
  [
    'customer',
    [
      '{um}yes, {clock}, thank you',
      '{um}{day} is good, thanks',
      'That works, somebody will be at home from {clock} on {day}',
      '{um}{clock} on {day} then',
    ],
  ],
];

const closing = [
  [
    'agent',
    [
      'I have closed case {case}. Is there anything else I can help you with today, {title} {name}?',
      'It will be there by {clock}, {title} {name}. Is there anything else I can do for you?',
    ],
  ],
  [
    'customer',
    [
      '{um}that is all, {clock} on {day} is fine, thank you',
      '{um}nothing until {day}, thanks a lot',
      'Nothing else, I will wait until {day}',
      '{um}that is everything, I have it as {case}, thanks {first}',
    ],
  ],
  [
    'agent',
    [
      'Thank you for calling, {title} {name}. I will look after order {order}. Have a great day, goodbye!',
      'Thank you for your patience with case {case}. You will hear from us within {days}. Have a lovely day, goodbye!',
    ],
  ],
];

export default {
  language: 'en',
  labels: { agent: 'Agent', customer: 'Customer' },
  colon: ': ',
  joint: ' ',
  slots,
  steady: new Set(['title', 'name', 'first', 'order', 'tail', 'product', 'trouble', 'place']),
  opening,
  middle,
  closing,
  short: {
    agent: [
      '{tail}, is that right?',
      'One moment, please',
      '{amount}, thank you',
      'That was {day}',
      'Hello {title} {name}',
    ],
    customer: ['Yes', '{tail}', 'Okay', '{day}, please', 'the {amount} one', '{clock} is fine', '{name}'],
  },
  rude: [
    "That's not my problem, ask {city}",
    'You should have read the page before you paid {amount}',
    'Are you stupid? I said {days}',
    'Calm down, it is only a {product}',
    'I already told you, {cause}',
    'Shut up and wait {hours}',
    "There's nothing I can do about {order}",
    'Go ahead and complain, my name is {first}',
    "I don't care that it {trouble}",
    'It is your own fault that the {product} {trouble}',
  ],
};
