import { inOneWay } from './particles.ts';
import { plainArabic } from './read-arabic.ts';
import { plainLatin } from './read-latin.ts';

/**
 * Forms of one name that sound alone does not bring together, one group a line. From general knowledge of names, not from any list of people.
 * A word may stand in several groups: «Jack» is John and Jacques.
 */
const arabicNames = `
mohamed mohammed muhammad mohammad mohamad mohamud mohamoud mouhamed mouhamadou mamadou mamadu mamoudou momodou modou mahamadou mahamat muhammadu muhammed muhamad mehmet mehmed mokhamed mukhammed magomed mohd moha محمد محند
ahmed ahmad ahmet amadou amadu hamadou akhmed akhmad أحمد احمد
mahmoud mahmud mahmut mamoud محمود
ali aliou alioune aliyu alieu علي
abdoulaye abdullahi abdullah abdallah abdellah abdulla abdulai abdulaye ablaye عبدالله
abdourahmane abdurrahman abderrahman abdramane abderrahmane abdrahmane abdelrahman عبدالرحمن
fatoumata fatima fatma fatou fatimata fatimah fadma fatna fatuma fatimatou fadumo فاطمة فاطمه فاطنة فاطمة
ousmane othman osman usman uthman otmane othmane usmanu athumani عثمان
ibrahima ibrahim brahim ebrahim ebrima abraham ibraheem ibrahimu ibra avraham إبراهيم ابراهيم
aissatou aicha aisha aysha aissata aishatu ayse ayesha aiche asha عائشة عايشة
seydou saidou said saeed saidi sait سعيد
souleymane suleiman soulayman sulaiman suleyman soliman solomon salomon slimane sulayman sulemana سليمان
moussa musa moses moise mousa moshe mose موسى
issa isa eissa aissa ise عيسى
youssouf youssef yusuf yousuf yusuph joseph josef giuseppe jose yossef yosef josep beppe peppe pino pepe joe joey jo يوسف جوزيف جو
yacouba yaqub yakub yacoub yakup jacob jakob yaakov يعقوب
mariama maryam mariam meryem miriam marie maria mary mariem maryama marieme مريم ماري ماريا
khadija khadidja hadiza kadiatou kadidiatou khadidiatou hatice khady khadijatou خديجة
hawa eve eva hawwa awa حواء
aminata amina aminatou amna aminatu emine أمينة امينة آمنة
zeinab zaynab zineb zainab zenabou zeynep seynabou zainabu زينب
boubacar abubakar boubakar aboubacar aboubakar boubker abubacar bakary bubacar bakari ebubekir bubakar abubakr أبوبكر ابوبكر بوبكر
oumar omar umar omer oumarou umaru omari عمر
lamine alamin elamin lamin الأمين الامين
amine amin emin أمين
houssein hussein husain hossein hussain lahoucine houcine huseyin hocine ousseynou ousainou lhoussaine hosein حسين الحسين
hassan hasan lahcen lahsen hassane alassane assane lassana elhassan حسن الحسن لحسن
ismael ismail smail ismaila esmail إسماعيل اسماعيل
haroun harun haruna aaron aron هارون
daouda daoud dawud david davud dawood dauda داود داوود ديفيد دافيد ديف
yahya yahia yehia yahaya john jean يحيى
zakaria zachary zacharie zachariah zakariya zekeriya zachariya zack زكرياء زكريا
younes yunus jonas jonah younous yonas يونس
ayoub job ayub eyup أيوب ايوب
ilyas elias elijah elie eliyahu elyes إلياس الياس إيليا
ishaq isaac isak ishak isaak itzhak yitzhak izak isaka إسحاق اسحاق
jibril gabriel djibril gibril djibrine jibreel cebrail جبريل
iskandar iskander alexander alexandre sikandar إسكندر اسكندر
mustapha mustafa mostafa moustapha moustafa مصطفى
noureddine nordin nordine nouredine nurettin نورالدين
saleh salih saliou salihu صالح
salah صلاح
salahddine saladin selahattin صلاحالدين
habib habibou habibu حبيب
salimata salamata
rahmatou ramata ramatou رحمة
oumou oum umm kalthoum أم
bintou binta
adama adam آدم ادم
mbarek mubarak moubarak mbark embarek مبارك
mouloud mevlut mawlud مولود
jamal gamal djamel jamel cemal djamal جمال
jalal galal djalal celal djelal جلال
jamil gamil djamil cemil جميل
jamila gamila djamila cemile جميلة
amar ammar amara عمار
azzedine ezzedine izzeddin izettin azeddine azzeddine عزالدين
alaeddine alaaeddine alauddin aladdin alaattin علاءالدين
seifeddine saifuddin sayfeddine seyfettin سيفالدين
badreddine badruddin bedrettin بدرالدين
chamseddine shamsuddin semsettin شمسالدين
nasreddine nasiruddin nasrettin نصرالدين
jaafar gaafar jafar cafer djaafar جعفر
jawad jaouad javad cevad cevat cawad جواد
jawdat cevdet gawdat djaoudat جودت
jihan gihan cihan djihane جيهان
jaber gaber jabir djaber cabir جابر
qasem qasim kacem kasim kassem gasim قاسم
najib nagib necip nadjib نجيب
naji nagi naci nadji ناجي
rajab ragab recep radjab رجب
haj hajj hadj hagg haci الحاج حاج
khalid khaled halit halid khalit خالد
khalil halil khaleel خليل
khalifa halife khelifa kalifa خليفة
khulusi hulusi kholoussi خلوصي
khalaf halaf خلف
khadr khidr hizir khider lakhdar الخضر خضر
reda rida reza riza ridha redha رضا
radwan redouane ridvan rezvan ridwan رضوان
ramadan ramazan ramdane ramzan romdhane ramadhani رمضان
murtada morteza mortada murtaza مرتضى
fadel fazel fazil fadhel فاضل
fadl fazl فضل
fadila fazila فضيلة
nadhim nazem nazim ناظم
kadhim kazem kazim كاظم
hafidh hafez hafiz حافظ
hafid hafeez hafiz حفيظ
dhia zia diya ziya diaa ضياء
dhafer zafer zafar ظافر
mudhaffar mozaffar muzaffer مظفر
qadi kazi qazi cadi kadi قاضي القاضي
wahid vahid vahit ouahid waheed وحيد
walid velid oualid waleed valid وليد
wadad vedat widad ouidad وداد
wasim vasim ouassim waseem وسيم
thabit sabit thabet sabet ثابت
thuraya soraya sureyya touria touriya thoraya ثريا
othmani osmani عثماني
taoufik tawfiq tevfik toufik tewfik توفيق
chafik shafiq sefik شفيق
charif sherif sharif serif cherif chérif شريف
chokri shukri sukru choukri شكري
ghulam golam gholam غلام
mahdi mehdi مهدي المهدي
tayeb tayyib taieb tayyip الطيب طيب
zohra zahra zehra zahraa زهرة زهراء الزهراء
cheikh sheikh shaikh cheikhou sheikhu الشيخ
khamis hamisi khemis خميس
juma djouma joumaa gomaa جمعة
chaabane shaaban shaban shabani saban شعبان
rachid rashid rasid rashidi rasheed رشيد
ould wuld wld ولد
qadhafi gaddafi kadhafi qaddafi القذافي
`;
const westAfricanFamilies = `
diallo jallow jalloh djallo dialo ديالو
traore tarawally trawally turawalie تراوري
toure turay touray توري
conde kondeh konde
camara kamara كامارا
cisse ceesay sesay cissay sissay
bah ba
kante kanteh conteh
sylla sillah silla
bangura bangoura
coulibaly kulibaly couloubaly كوليبالي
ndiaye njie njai ndiaie
diop jobe joop
diouf joof juf
drame drammeh drameh
keita keyita كيتا
konate konateh
kone konneh koneh
kouyate kuyateh
diabate jabateh jobarteh jabate
diakite jakiteh
diarra jarra jara
diawara jawara
diatta jatta djatta
dieng jeng
diagne jagne
gueye gaye guèye
thiam cham tiam
sane sanneh
mane manneh
balde baldeh
sidibe sidibeh
soumare sumareh
fofana fofanah
sabaly sabally
dabo darboe
sall sallah
ouedraogo wedraogo
ouattara wattara watara
`;
const biblicalAndEuropean = `
john jean johann johannes johan hans ivan ian jan juan giovanni joao jon jack johnny janos sean shaun jens hannes evan yann yannis gianni hovhannes جون جان يوحنا جاك
james jacques jaime jim jimmy jem jamie giacomo jacob jack jake diego iago santiago جيمس جيم جاك جيمي
michael michel miguel mikhail michele mike mick mikael mickey mihai mihail mikail مايكل ميشال ميشيل مايك ميخائيل
peter pierre pedro pietro piotr petr pete per peer petros pyotr boutros بيتر بيار بيير بطرس
paul pablo paolo pavel paulo pal pauli pavlos boulos pol بول بولس بابلو
george georges jorge giorgio jurgen georg yuri georgi jiri georgios jerzy gyorgy jirjis جورج جرجس
alexander alexandre alexandros alex aleksandr alec alejandro sandy sasha alick alessandro sandro aleksander ألكسندر الكسندر أليكس
mark marc marco markus marcus marek مارك مرقس
theodore theodor fyodor teodoro ted theo teddy tadros ثيودور تيد
william bill billy will willie wilhelm guillaume guglielmo willem willy liam guillermo willis vilhelm ويليام وليام بيل
robert bob bobby rob robbie bert roberto rupert robin روبرت روبير بوب
richard dick rick ricky rich ricardo riccardo richie ريتشارد
edward ed eddie ned ted edouard eduardo edoardo teddy edvard إدوارد إد
edwin ed eddie
edmund ed eddie ned edmond edmondo
henry harry hal henri heinrich enrico enrique hank henrik hendrik henryk هنري
harold harry hal harald
charles charlie chuck carl karl carlos carlo charley karel karol تشارلز شارل كارلوس
thomas tom tommy tomas tomasz tommaso thom توماس توم
francis frank francois francesco francisco frankie franz franco fran paco pancho فرانسيس فرانسوا فرانك
frederick fred freddy friedrich frederic federico freddie fritz frederik fredrik frederico فريدريك فريد
philip phil philippe felipe filippo pip philipp فيليب
stephen steve steven stephan stefan etienne esteban stefano istvan stevie stepan ستيفن ستيف
anthony tony toni antoine antonio anton antoni tonino nino antonius antonino أنطوان أنطونيو توني
andrew andy andre andrea andreas andres andrei drew andrzej anders andrej أندرو أندريه
matthew matt mathieu matteo mateo matthieu mat متى ماثيو
matthias mathias mattias matias matyas
daniel dan danny daniele dani danilo danilo دانيال
samuel sam sammy samuele صموئيل سام
benjamin ben benny beniamino benjie binyamin بنيامين
nicholas nick nicolas nikolaus nicky niccolo nicola nikolai nicolo nikola klaus nico nikos mikolaj نيكولاس نيك
christopher chris christophe kit cristobal cristoforo christoph kris topher krzysztof كريستوفر كريس
christian chris cristian kristian
lawrence larry laurent lorenzo laurence lars laurie lauri lorenz لورانس
gerald gerry jerry gerard gerardo gerhard geraldo
jerome jerry geronimo hieronymus
jeffrey jeff geoffrey geoff godfrey gottfried
ronald ron ronnie ronny ronaldo
donald don donnie donny
kenneth ken kenny
leonard len lenny leo leon leonardo leonhard lennie
joshua josh yehoshua giosue josue
jonathan jon jonny nathan
nathaniel nathan nat nate
raymond ray raimund ramon raimondo
walter walt wally gualtiero
albert al bert alberto adalbert albrecht bertie
arthur art arturo artie
alfred alf fred alfredo alfie freddie
eugene gene eugenio eugen yevgeny
patrick pat paddy patricio patrizio
patricia pat patsy patrizia tricia patty
timothy tim timmy timoteo
vincent vince vincenzo vicente vinnie enzo فينسنت
martin marty martino martijn
louis lewis luis luigi ludwig lou lodewijk louie luiz ludovic lajos gigi لويس
hugh hugo hughie huw ugo hugues
abraham abe bram avi
archibald archie
august augustus gus augustin augustine augustino austin agustin agostino
bernard bernie bernhard bernardo bernd بيرني برنارد
cornelius neil cornelis con kees
dominic dom dominique domenico domingo mimmo
gregory greg gregor gregoire gregorio grigory grzegorz
maurice morris mauricio maurizio moritz
oliver ollie olivier noll
simon simeon simone semyon shimon
sebastian seb sebastien bastian sebastiano
victor vic vittorio viktor victorio
ferdinand fernando ferdinando hernando fernand nando فرديناند
salvatore salvador sal toto
leslie les
wallace wally wal
desmond des
raphael rafael raffaele rafal rafa رافائيل
emmanuel manuel emanuele manny manolo immanuel
ludwik ludovico
elizabeth eliza beth betty liz lizzie elisabeth bess betsy isabel elspeth elsie lisa elise isabella elisabetta bessie isabelle libby lizzy إليزابيث اليزابيث
margaret maggie meg peggy marguerite margarita margarete margherita madge greta marge margot daisy rita
catherine kate katherine kathy cathy kathleen katharina caterina kitty katarina katharine katie ekaterina karen kathryn catharine cath catalina
anne ann anna hannah annie nancy nan ana anya hanna anita آنا حنا
mary polly molly mae may minnie mamie marion maureen mia
jane joan joanna johanna jeanne juana giovanna janet jenny jeannie jennie janie jean
sarah sally sara sadie sarra سارة
helen ellen nell nellie helena elena eleanor helene lena elaine eleonora nelly leonora ileana
susan sue susanna suzanne susie suzanna susannah
dorothy dolly dot dorothea dora
emily emma emilie emilia em emmeline
frances fanny francesca francoise fran
caroline carrie carolina charlotte lottie carol lina
martha patty marthe marta mattie
rebecca becky rebekah rifka
victoria vicky vittoria viktoria
louise louisa luisa lou
harriet hattie henrietta harriette etta
julia julie juliet giulia giulietta juliana
lucy lucia lucie luce lucinda
rose rosa rosie rosalie
alice alicia alison elsie
agnes aggie nessie ines agnese
florence flo flora florrie flossie
theresa tess teresa terry tessa therese
barbara barb babs
christina tina christine chris cristina kristina kristin kirsten
deborah debbie debora
jennifer jenny jen
jacqueline jackie jacky jaqueline
judith judy judit
matilda tilly maud mathilde tilda
amelia millie amelie
sophia sophie sofia sofie sonia zofia صوفيا صوفي
`;

const known = new Map<string, number[]>();
for (const [group, line] of `${arabicNames}${westAfricanFamilies}${biblicalAndEuropean}`.split('\n').entries()) {
  for (const name of line.split(' ').filter(Boolean)) {
    const written = inOneWay(name);
    const plain = plainArabic(written) || plainLatin(written);
    const groups = known.get(plain);
    if (!groups) known.set(plain, [group]);
    else if (!groups.includes(group)) groups.push(group);
  }
}
const none: readonly number[] = [];

/** The groups a bare word belongs to. */
export const groupsOf = (plain: string): readonly number[] => known.get(plain) ?? none;
