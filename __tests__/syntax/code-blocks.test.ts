/** What the braces of languages with braces begin. */

import { expect, test } from '@jest/globals'
import { readCode } from '../../src/syntax/code.ts'
import { type LanguageName, languages } from '../../src/syntax/code-languages.ts'

/** The blocks of a text, each with its name and parameters. */
const blocksOf = (name: LanguageName, text: string) => {
  const { blocks, tokens } = readCode(text, languages[name])
  return blocks.slice(1).map(({ kind, name: called = '', params }) => {
    const given = params ? tokens.slice(params.from, params.to).map(({ value }) => value) : []
    return `${kind} ${called}(${given.join(' ')})`
  })
}

test.each<[LanguageName, string, readonly string[]]>([
  [
    'javascript',
    'class A { b(c) { if (d) { return { e } } } get f() {} }',
    ['class A()', 'function b(c)', 'condition ()', 'function f()']
  ],
  ['javascript', 'const a = async (b): Promise<c> => { for (;;) { d() } }', ['function a(b)', 'loop ()']],
  ['javascript', 'x(y => z, () => { w() }, function v(u) {})', ['function (y)', 'function ()', 'function v(u)']],
  ['javascript', 'exports.a = b => c', ['function a(b)']],
  ['go', 'func (a *b) C(d string) (e, error) { f(func() { g() }) }', ['function C(d string)', 'function ()']],
  ['go', 'func a() string { for { select { case <-b: } } }', ['function a()', 'loop ()', 'condition ()']],
  ['go', 'var a = &b.C{D: []e{}}', []],
  ['go', 'func a() { if b := c(); b > 0 { d(e{f: g}) } }', ['function a()', 'condition ()']],
  [
    'java',
    '@A("b") class C { D(e f) throws G { h(i -> j); } @K("l") m n() { try { } finally { } } }',
    ['class C()', 'function D(e f)', 'function (i)', 'function n()', 'block ()', 'block ()']
  ],
  [
    'java',
    'class A { int[] b = {1}; Runnable c = new Runnable() { public void run() {} }; }',
    ['class A()', 'class ()', 'function run()']
  ],
  [
    'kotlin',
    'class A { val b by lazy { c() }\n fun d(e: f) = g()\n init { h() } }',
    ['class A()', 'function ()', 'function d(e : f)', 'function init()']
  ],
  ['kotlin', 'class A {\n val b: c\n  get() = d()\n}', ['class A()', 'function get()']],
  [
    'javascript',
    'class A { async b(c) { try { } finally { } } }',
    ['class A()', 'function b(c)', 'block ()', 'block ()']
  ],
  [
    'java',
    'class A { synchronized List<B> c(D e) { synchronized (this) { } } }',
    ['class A()', 'function c(D e)', 'block ()']
  ],
  [
    'csharp',
    'class A { public async Task<B> C(d e) { lock (f) { } await using (var g = h()) { } } }',
    ['class A()', 'function C(d e)', 'block ()', 'block ()']
  ],
  ['rust', 'async fn a() { spawn(async move { b }); unsafe { c } }', ['function a()', 'block ()', 'block ()']],
  [
    'csharp',
    'class A { public A(b c) : base(c) { d(e => f); } string G { get { return h; } } string I => J(); }',
    ['class A()', 'function A(b c)', 'function (e)', 'class ()', 'function get()', 'function I(I)']
  ],
  [
    'csharp',
    'class A { void B() { var c = new D { E = f }; using (var g = h()) { } } }',
    ['class A()', 'function B()', 'block ()']
  ],
  [
    'rust',
    'impl A for B { pub fn new(c: D) -> Result<Self> { let e = |f| g(f); match h { Ok(i) => { j } } Ok(Self { k }) } }',
    ['class B()', 'function new(c : D)', 'function (f)', 'condition ()', 'block ()']
  ],
  ['rust', 'loop { a.map(move || { b }) }', ['loop ()', 'function ()']]
])('%s: %j', (name, text, expected) => {
  expect(blocksOf(name, text)).toEqual(expected)
})
