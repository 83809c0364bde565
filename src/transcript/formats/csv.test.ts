import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { roleTable } from '../roles.ts';
import { sourceOf } from '../source.ts';
import { Editor, keptReport, readContent } from '../test-tools.ts';
import { chooseFormat } from './index.ts';
import { expectReadBack, readChecked } from './read-back.ts';

const keys = (notices: readonly { message: { key: string } }[]) => notices.map(({ message }) => message.key);

describe('a turn a row', () => {
  test('with ids, times, numbers of agents and other columns', async () => {
    const { transcripts, told } = await readChecked(
      [
        '会话ID,发送时间,角色,工号,渠道,内容,消息ID',
        'c1,2026-02-17 09:00:05,坐席,1023,电话,您好,m1',
        'c1,2026-02-17 09:00:09,客户,,电话,"喂，""停电""了',
        '怎么办",m2',
        'c2,2026-02-17 10:00:00,客户,,微信,在吗,m3',
        ',2026-02-17 10:00:04,客服小李,1024,微信,在的,m4',
        '',
      ].join('\r\n'),
      'a.csv',
    );
    expect(told).toEqual([]);
    expect(transcripts).toMatchObject([
      {
        id: 'c1',
        agent: '1023',
        meta: { channel: '电话' },
        turns: [
          { role: 'agent', text: '您好', start: 0, time: '2026-02-17T09:00:05' },
          { role: 'customer', text: '喂，"停电"了\n怎么办', start: 4 },
        ],
      },
      {
        id: 'c2',
        agent: '1024',
        turns: [{ role: 'customer' }, { role: 'agent', speaker: '小李', start: 4 }],
      },
    ]);
    expect(transcripts[0]!.meta).toEqual({ channel: '电话' });
    expect(transcripts[0]!.turns[1]!.origin.locate(3)).toEqual({ line: 3, column: 36 });
  });

  test.each([
    ['\t', 'a.tsv'],
    [';', 'a.csv'],
    ['|', 'a.txt'],
  ])('with %j between cells, in %s', async (delimiter, file) => {
    const rows = [
      ['speaker', 'text'],
      ['Agent', 'Hello, may I help?'],
      ['Customer', 'Yes'],
    ];
    const { said } = await readChecked(rows.map((row) => row.join(delimiter)).join('\n'), file);
    expect(said).toEqual([
      ['agent', 'Hello, may I help?'],
      ['customer', 'Yes'],
    ]);
  });

  test('without names of columns, which a note says', async () => {
    const { said, told } = await readChecked('坐席,您好\n客户,喂喂喂\n', 'a.csv');
    expect(said).toEqual([
      ['agent', '您好'],
      ['customer', '喂喂喂'],
    ]);
    expect(told).toEqual([[1, 'table.no-header']]);
  });

  test('below a title, with the delimiter named', async () => {
    const { said, told } = await readChecked('sep=;\n二月质检\n角色;内容\n坐席;您好\n', 'a.csv');
    expect(said).toEqual([['agent', '您好']]);
    expect(told).toEqual([[3, 'table.above-header']]);
  });

  test('with columns named in the configuration', async () => {
    const options = {
      roles: roleTable(),
      columns: { text: 'C', role: 'B', id: 'A', shift: 'D', agent: 'X' },
    };
    const { transcripts, notes } = await readContent('a.csv', 'A,B,C,D\n1,坐席,您好,早\n2,坐席,再见,晚\n', {
      options,
    });
    expect(transcripts).toMatchObject([
      { id: '1', meta: { shift: '早' } },
      { id: '2', meta: { shift: '晚' } },
    ]);
    expect(notes).toMatchObject([{ line: 1, message: { key: 'table.no-column', values: { name: 'X' } } }]);
  });

  test('where a plain id numbers the messages', async () => {
    const { transcripts } = await readChecked('id,role,text\n1,agent,Hi\n2,customer,Hello\n', 'a.csv');
    expect(transcripts).toMatchObject([{ id: 'a', turns: [{}, {}] }]);
  });

  test('said by one agent where nobody is named', async () => {
    const { transcripts, told } = await readChecked('话术\n不知道。\n', 'a.csv');
    expect(transcripts).toMatchObject([{ rolesKnown: false, turns: [{ role: 'agent' }] }]);
    expect(told).toEqual([[2, 'text.no-labels']]);
  });

  test('exported from WeChat', async () => {
    const text = [
      'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender',
      '1,5,10000,0,0,1771290902,,你已添加了春风，现在可以开始聊天了。,2026-02-17 09:15:02,,系统,',
      '2,5,1,0,1,1771290903,,您好,2026-02-17 09:15:03,,小王,',
      '3,5,3,0,0,1771290904,,<msg/>,2026-02-17 09:15:04,,春风,',
      '',
    ].join('\n');
    const { transcripts, told } = await readChecked(text, 'a.csv');
    expect(transcripts).toMatchObject([
      {
        id: '5',
        agent: '小王',
        turns: [{ role: 'system' }, { role: 'agent' }, { role: 'customer', opaque: [[0, 6]] }],
      },
    ]);
    expect(told).toEqual([[2, 'wechat.owner']]);
  });
});

describe('rows in any order', () => {
  const row = (id: number, turn: number) => `c${id},坐席,第${turn}句\n`;

  test('are put together', async () => {
    const rows = [row(1, 1), row(2, 1), row(3, 1), row(1, 2), row(3, 2), row(2, 2)];
    const { transcripts } = await readChecked(`会话ID,角色,内容\n${rows.join('')}`, 'a.csv');
    expect(transcripts.map(({ id, turns }) => [id, turns.map(({ text }) => text).join()])).toEqual([
      ['c1', '第1句,第2句'],
      ['c2', '第1句,第2句'],
      ['c3', '第1句,第2句'],
    ]);
  });
});

test('a conversation a cell is read like plain text, in its place', async () => {
  const { transcripts, told } = await readChecked(
    'call_id,agent,transcript\n7,1023,"坐席：您好\n客户：""喂""\n坐席：不知道"\n8,1024,"坐席：在\n客户：哦"\n',
    'a.csv',
  );
  expect(told).toEqual([]);
  expect(transcripts).toMatchObject([
    {
      id: '7',
      agent: '1023',
      turns: [{ role: 'agent' }, { role: 'customer', text: '"喂"' }, { text: '不知道' }],
    },
    { id: '8', agent: '1024', turns: [{}, {}] },
  ]);
  expect(transcripts[0]!.turns[2]!.origin.locate(0)).toEqual({ line: 4, column: 4 });
});

test('a reply a row is a template of the bot', async () => {
  const { transcripts } = await readChecked(
    'role,instruction,intent,response\nassistant,where?,track,"Order {{Order Number}} is\non its way."\n',
    'a.csv',
  );
  expect(transcripts).toMatchObject([
    {
      id: 'a:2',
      meta: { intent: 'track', partial: true },
      turns: [{ role: 'bot', text: 'Order {{Order Number}} is\non its way.', opaque: [[6, 22]] }],
    },
  ]);
});

describe('what is broken', () => {
  test('is told with its place, and the rest is read', async () => {
    const text = '角色,内容\n坐席\n坐席,您好,吗\n客户,"喂\n坐席,在\n';
    const { said, told } = await readChecked(text, 'a.csv');
    expect(said).toEqual([
      ['agent', '您好'],
      ['customer', '"喂'],
      ['agent', '在'],
    ]);
    expect(told).toEqual([
      [4, 'csv.open-quote'],
      [2, 'table.short-row'],
      [3, 'table.long-row'],
    ]);
  });

  test('by the thousand is told ten times and counted', async () => {
    const { problems } = await readContent('a.csv', `角色,内容\n${'坐席\n'.repeat(1000)}`);
    expect(keys(problems)).toEqual([...Array(10).fill('table.short-row'), 'table.more']);
    expect(problems.at(-1)!.message.values).toEqual({ count: 990 });
  });

  test('a line with bytes of no encoding is skipped', async () => {
    const bytes = Buffer.concat([
      Buffer.from('角色,内容\n坐席,'),
      Buffer.from([0xff]),
      Buffer.from('\n坐席,在\n'),
    ]);
    const { transcripts, problems } = await readContent('a.csv', bytes);
    expect(transcripts[0]!.turns.map(({ text }) => text)).toEqual(['在']);
    expect(problems).toMatchObject([{ line: 2, message: { key: 'read.invalid-bytes' } }]);
  });

  test('a table without words is refused by the names of its columns', async () => {
    const { problems } = await readContent('a.csv', 'x,y\n1,2\n');
    expect(problems).toMatchObject([
      { line: 1, message: { key: 'table.no-text', values: { columns: 'x, y' } } },
    ]);
  });
});

test('is not taken for text, nor text for it', async () => {
  const known = async (text: string, file = 'a.txt') =>
    (await chooseFormat(sourceOf(file, text, { report: keptReport() }).sample())).name;
  expect(await known('角色,内容\n坐席,您好\n')).toBe('csv');
  expect(await known('坐席: 您好, 内容在此\n客户: 喂, 好\n')).toBe('text');
  expect(await known('内容\n坐席：您好\n客户：喂\n')).toBe('text');
  expect(await known('坐席：您好\n客户：喂\n', 'a.csv')).toBe('text');
});

test('every character is where its position says, in every encoding and line end', async () => {
  const words = fc
    .array(fc.constantFrom('您', '好。', ',', '"', '\n', ' ', ';', '\t', '😀', '謝謝', '\n\n', '""'), {
      maxLength: 8,
    })
    .map((parts) => `我${parts.join('')}您`);
  const encoding = fc.constantFrom('utf8', 'utf-16le', 'gb18030');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('坐席', '客户'), words), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      encoding,
      async (rows, end, name) => {
        const lines = rows.map(([role, text]) => `1,${role},"${text.replaceAll('"', '""')}"`);
        const text = ['会话,角色,内容', ...lines, ''].join('\n').replaceAll('\n', end);
        const result = await readContent('a.csv', iconv.encode(text, name, { addBOM: name === 'utf-16le' }));
        expect(result.problems).toEqual([]);
        expect(result.transcripts[0]!.turns.map((turn) => turn.text)).toEqual(rows.map((row) => row[1]));
        expectReadBack(text, result);
        const editor = new Editor(text);
        for (const { text: said, origin } of result.transcripts[0]!.turns) {
          expect(editor.read(origin.locate(0))).toBe('我');
          expect(editor.read(origin.locate(said.length - 1))).toBe('您');
        }
      },
    ),
    { numRuns: 300 },
  );
});
