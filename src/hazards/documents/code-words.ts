/** The names by which functions of many languages and libraries are known, for what becomes of a value that they are given. */

/** They return the content of a file, of which they are given the path. */
export const READS =
  /^(?:read_?file\w*|read_?text\w*|read_?bytes|read_?all\w*|read_?string|read_?lines?|read_?to_?string|toByteArray|open|openText|openRead|openFile|openSync|new_?buffered_?reader|newInputStream|FileReader|FileInputStream|FileStream|StreamReader|createReadStream|asCharSource|fromFile|slurp|binread|readlines|foreach|read|file|check_output|getoutput|popen|run|exec_?sync|execFileSync|spawnSync|Command|mustRead\w*|readToEnd|bufferedReader|inputStream|useLines|lines|Scanner)$/i

/** Of these only some receivers read files: `File.read`, `fs::read`, `Bun.file`. */
export const AMBIGUOUS: ReadonlyMap<string, RegExp> = new Map([
  ['read', /^(?:File|IO|fs|Pathname|Files|ioutil|afero)$/],
  ['open', /^(?:File|IO|fs|os|io|codecs|aiofiles|gzip|Kernel|URI|Path|Pathname|FileSystem|)$/],
  ['file', /^Bun$/],
  ['lines', /^Files$/],
  ['foreach', /^(?:File|IO)$/],
  ['run', /^(?:subprocess|)$/],
  ['command', /^(?:exec|Command|)$/]
])

/** The programs whose output is the content of a file. */
export const SHELL_READS = /^(?:check_output|getoutput|popen|run|exec_?sync|execFileSync|spawnSync|Command)$/i

/** They return what they are given, in another form. */
export const TRANSPARENT =
  /^(?:string|str|bytes?|bytearray|String|Buffer|repr|[lr]?strip\w*|trim\w*|chomp\w*|chop|squish|decode\w*|encode\w*|to_?string\w*|to_s|to_str|to_owned|into|clone|dup|freeze|as_(?:str|ref|bytes)|[rR]ead\w*|get_?contents?|Trim\w*|NewReader|NewScanner|NewBuffer\w*|Text|from_utf8\w*|from_str\w*|from_bytes|from_static|try_from|from|[fF]ormat\w*|Sprintf|Sprint|sprintf|[cC]oncat\w*|[jJ]oin|[rR]eplace\w*|g?sub|[sS]plit\w*|first|last|next|line|Some|Ok|Just|Option|Optional|of|of_?nullable|or_?else\w*|or_?default|unwrap\w*|expect|context|with_context|wrap_err\w*|map\w*|then\w*|and_then|flatMap|let|use|also|apply|tap|run|runCatching|with|getOrNull|getOrElse|getOrThrow|getOrDefault|get|recover\w*|Promise|resolve|await|valueOf|InputStreamReader|BufferedReader|BufReader|FileReader|StreamReader|Scanner|TextDecoder|GetString|requireNonNull|checkNotNull|[mM]ust\w*|ToString|collect\w*|lines|byteArray\w*|dict|Hash|HashMap|Map|mapOf|to|pair|Pair|Arc|Rc|Box|Cow|Secret\w*|HeaderValue|AuthenticationHeaderValue|parse|b64\w*|urlsafe\w*|fetch|dig|[cC]opy|asString|text|utf8|Headers?|HttpHeaders|singletonMap|ImmutableMap)$/

/** They return an object in another form. */
export const WRAPS =
  /^(?:Ok|Some|Just|Optional|of|ofNullable|Arc|Rc|Box|Mutex|RwLock|unwrap\w*|expect|await|resolve|requireNonNull|checkNotNull|[mM]ust)$/

/** They return an object that goes on with what it is given. */
export const OBJECT =
  /^(?:[nN]ew|[cC]reate|[bB]uild|make|with|connect|[dD]efault|init)(?:$|_|(?=[A-Z]))\w*|(?:[cC]lient|[sS]ession|agent|axios|extend|authenticator|Transport|Channel)$/

/** Objects that are used once, and what is thrown, compared or logged. */
export const SHORT_LIVED =
  /(?:request|response|reply|exception|error|fault|message|login|log|logger|thread|task|event|span|context|url|uri|path|file|entry|attempt|result|test|assert\w*|equals?|contains|sha\d*|digest|hash|len|length|print\w*)$/i

/** An object goes on with itself, or with what it makes, through these methods. */
export const BUILDS =
  /^(?:with\w*|With\w*|and\w*|set\w*|Set\w*|add\w*|Add\w*|use\w*|default\w*|header\w*|bearer\w*|token\w*|[bB]uild\w*|[cC]reate\w*|make\w*|new\w*|base_?url|endpoint|ssl\w*|tls\w*|connect_?timeout|timeout\w*|interceptors?|mutate|freeze|clone|unwrap|expect|map_err|context|apply|also|oauth\w*|credentials?\w*|auth\w*|into|await|then)$/

/** They put what they are given in the object that they are called on. */
export const SETS =
  /^(?:[sS]et\w*|[pP]ut\w*|[aA]dd\w*|[aA]ppend\w*|update|[sS]tore|push|insert|decorate|loadFrom\w*|merge!?|assign|compareAndSet|CompareAndSwap|Swap|default_?headers?|send_?replace|TryAddWithoutValidation)$/

/** They set a variable of the environment of the program. */
export const SETS_ENVIRONMENT = /^(?:[sS]etenv|putenv|set_var|SetEnvironmentVariable)$/

/** They call what they are given once, and keep the result. */
export const MEMOISES =
  /^(?:lazy\w*|Lazy\w*|once|Once|OnceValues?|OnceFunc|Do|memo\w*|get_or_init|get_or_try_init|get_or_insert_with|call_once|cached\w*|cache|remember|computeIfAbsent|getOrPut|getOrCreate|Suppliers|shareReplay|lru_cache|cached_property|singleton|(?:Try)?AddSingleton|GetOrAdd|GetOrCreate)$/

/** A decorator or annotation of this name keeps the result of a function. */
export const KEEPS_RESULT =
  /^(?:lru_cache|cache|cached|cached_property|cachedproperty|memoi[sz]ed?|Cacheable|Bean|Memoized|[sS]ingleton|once)$/

/** They call what they are given again and again, by time or by events. */
export const REPEATS =
  /^(?:setInterval|setTimeout|[sS]chedule\w*|scheduleAtFixedRate|scheduleWithFixedDelay|fixedRateTimer|Timer|NewTicker|Tick|AfterFunc|[wW]atch\w*|on|addListener|subscribe|interval|every|cron\w*|add_job|run_every|Until\w*|PollUntil\w*|JitterUntil|repeat\w*|Observable|Changed|periodic\w*|retry\w*|interceptors?|addInterceptor|intercept|addHook|tokenProvider|TokenProvider|tokenSupplier|auth_provider)$/

/** What they are given is called for a long time, with what it holds. */
export const SERVES =
  /^(?:setInterval|[sS]chedule\w*|scheduleAtFixedRate|scheduleWithFixedDelay|HandleFunc|Handle|createServer|addInterceptor|interceptors?|use|get|post|put|delete|all|route|on|addEventListener|subscribe|[wW]atch\w*|AddFunc|add_job|every|add_route|MapGet|MapPost)$/

/** What a program calls that goes on until it is stopped: servers, timers, streams of events. */
export const STAYS =
  /^(?:run\w*|serve\w*|start\w*|listen\w*|on|stream|watch\w*|forever|loop|poll\w*|\w*polling|consume\w*|subscribe\w*|schedule\w*|setInterval|addEventListener|createServer|Thread|Timer|Process|spin|[mM]ain_?[lL]oop)$/

/** Functions that run when a program or an object begins. */
export const BEGINS =
  /^(?:__init__|__post_init__|__new__|__attrs_post_init__|initialize|constructor|_*init\w*|Init\w*|_*set_?up\w*|Setup\w*|[cC]onfigure\w*|bootstrap\w*|[mM]ain|on_?start(?:up)?|[sS]tart|onModuleInit|ngOnInit|afterPropertiesSet|postConstruct|static|new|New\w*|try_new|create|Provision)$/

/** Functions that read the token anew. */
export const RELOADS = /refresh|reload|renew|rotat|re_?read|watch|poll|update_?token|re_?auth/i

/** What a condition compares, if it is about time, a change of the file, or a refusal. */
export const TIMED =
  /^(?:time|monotonic|now|\w*mtime\w*|modtime|lastmodified|\w*expir\w*|\w*ttl\w*|\w*elapsed|since|date|instant|\w*deadline|\w*refresh\w*|\w*reload\w*|\w*stale\w*|\w*until|\w*after|\w*before|401|403|status_?unauthorized|\w*unauthorized|\w*interval|\w*timestamp|\w*last_?(?:read|load|check|updat|fetch)\w*|clock|currenttimemillis|utcnow|age)$/i

/** Names in the conditions of loops without an end. */
export const ENDLESS =
  /^(?:true|loop|1|\w*cancell?\w*|\w*stopp?\w*|\w*shutdown\w*|\w*running|\w*ticker|\w*watch\w*|\w*events?|\w*interrupted|is_set|alive|is_alive|\w*terminat\w*|isActive|stream|C)$/i

/** They are given a method that answers requests. */
export const HANDLES = /^(?:HandleFunc|Handle|addInterceptor|createServer|ListenAndServe\w*|[sS]erve)$/

/** They make a client, a connection or a session. */
export const FACTORY =
  /^(?:new|New|create|Create|build|Build|make|connect|init|in_?cluster|from_|load_|get_?\w*client|\w*[cC]lient|\w*[sS]ession)\w*/
