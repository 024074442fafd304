"""A language, or a language in a region, becomes the script that it is probably written in, as CLDR says.

Made by tools/likely_scripts.py out of Babel's data, which takes a hundredth of a second to load; do not edit.
"""

from __future__ import annotations

#: Script → languages, and languages in regions where those are written otherwise; between spaces.
_LANGUAGES = {
    "Aghb": " xag ",
    "Ahom": " aho ",
    "Armi": " arc ",
    "Avst": " ae ",
    "Bali": " kaw ",
    "Bamu": " bax ",
    "Bass": " bsq ",
    "Cari": " xcr ",
    "Cham": " cjm ",
    "Cher": " chr ",
    "Chrs": " xco ",
    "Copt": " cop ",
    "Cprt": " ecy ",
    "Egyp": " egy ",
    "Elym": " xly ",
    "Gong": " wsg ",
    "Gonm": " esg ",
    "Goth": " got ",
    "Gran": " oty ",
    "Guru": " pa ",
    "Hluw": " hlu ",
    "Kits": " zkt ",
    "Latf": " gml ",
    "Latg": " mga ",
    "Lepc": " lep ",
    "Lina": " lab ",
    "Linb": " gmy ",
    "Lisu": " lis ",
    "Lydi": " xld ",
    "Mani": " xmn ",
    "Marc": " xzh ",
    "Medf": " dmf ",
    "Merc": " xmr ",
    "Modi": " omr ",
    "Mroo": " mro ",
    "Mtei": " omp ",
    "Narb": " xna ",
    "Newa": " nwc ",
    "Nkoo": " nqo ",
    "Nshu": " zhx ",
    "Olck": " sat ",
    "Orkh": " otk ",
    "Osge": " osa ",
    "Ougr": " oui ",
    "Pauc": " ctd ",
    "Phli": " pal ",
    "Prti": " xpr ",
    "Rjng": " abl ",
    "Rohg": " rhg ",
    "Sarb": " xsa ",
    "Saur": " saz ",
    "Sgnw": " ase ",
    "Sogd": " sog ",
    "Sora": " srb ",
    "Soyo": " cmg ",
    "Sunu": " suz ",
    "Tagb": " tbk ",
    "Talu": " khb ",
    "Tang": " txg ",
    "Tnsa": " nst ",
    "Toto": " txo ",
    "Ugar": " uga ",
    "Vaii": " vai ",
    "Wcho": " nnp ",
    "Xpeo": " peo ",
    "Batk": " btd btm ",
    "Bopo": " hmj hmq ",
    "Cakm": " ccp tnv ",
    "Hang": " jje okm ",
    "Hmnp": " hnj mww ",
    "Java": " osi tes ",
    "Kana": " ain ryu ",
    "Khar": " pgd pra ",
    "Lyci": " imy xlc ",
    "Mand": " mid myz ",
    "Ogam": " pgl xpi ",
    "Phnx": " obm phn ",
    "Samr": " sam smp ",
    "Tale": " tdd thi ",
    "Thaa": " dv und_MV ",
    "Kali": " eky kvy kyu ",
    "Kore": " ko und_KP und_KR ",
    "Lana": " cuu kkh nod ",
    "Runr": " non nrn sxu ",
    "Sinh": " pi si und_LK ",
    "Takr": " hii jna scu ",
    "Tavt": " blt soa tyr ",
    "Ital": " ett osc pgn xve ",
    "Jpan": " ams ja und_JP yoi ",
    "Mong": " bxu mn_CN mnc mvf ",
    "Armn": " axm hy hyw rmi und_AM ",
    "Brah": " kho pka pmh psu xtq ",
    "Tfng": " gho shi tda zen zgh ",
    "Xsux": " akk hit htx nei oht ",
    "Gujr": " cdi dhn dub gas gbl gu ",
    "Knda": " brw kfa kfd kfg kn tcy vmd ",
    "Geor": " bbl jge ka lzz_GE oav sva und_GE xmf ",
    "Plrd": " hmd ktp lpo sfm ygp yna ysy ywq ywu ",
    "Cans": " cr crj crk crl crm csw iu nsk oj ojs ",
    "Khmr": " brb km krr krv okz pcb rka smu tpu und_KH xhm ",
    "Syrc": " aii amw bhn bjf hrt kqd lhs oar syc syn syr tmr ",
    "Telu": " cde gau key kfc lmn mju nit ort pcj te wbq yeu ",
    "Yiii": " ii nos nsd nsf nsv nty smh yig yiv ysd ysn ysp ",
    "Mlym": " aaf all kev kfh mjq mjr mjv ml pcf pcg pkr udg yea ",
    "Taml": " bfq ctt cty era iru kfe kfi muv ta tcx vaa xub xuj ",
    "Grek": " aat bgx cpg ecr el grc pnt scx tsd und_CY und_GR uum xpg yej ",
    "Hans": " cdo cjy cnp csp czh gan hak hsn lzh nan und_CN wuu yue_CN zh ",
    "Laoo": " alk brv kjg kuf lbo lo ncq ngt pho sct sqq sss tth tto und_LA ",
    "Hani": " how oko swi zch zeh zgb zgm zgn zhd zlj zln zlq zqe zyg zyn zzj ",
    "Orya": " bdv bfw dso dwk gaq gbj gdb jun juy or peg rei spv uki xis zrg ",
    "Beng": " aot as bn bpy cdz ctg der grt kdq mni rah rkt sdr syl und_BD unr unx ",
    "Hant": (
        " hak_TW ltc nan_TW und_HK und_MO und_TW yue zh_AU zh_BN zh_GB zh_GF zh_HK zh_ID zh_MO zh_PA zh_PF zh_PH zh_SR"
        " zh_TH zh_TW zh_US zh_VN"
        " "
    ),
    "Hebr": " aij czk hbo he huy itk iw jbe ji jpa jpr jrb jye lad lsd trg und_IL yhd yi yih yud zrp ",
    "Thai": (
        " bzi cbn cog kdt khf kjt kxm lcp lwl lwm mkm mlf mpz mra nyl nyw pht phu prt pww skb sou th thm tts ugo"
        " und_TH urk yoy"
        " "
    ),
    "Ethi": (
        " agj ahg alw am anu awn bcq bst byn dox drs gez gmv gof gru har hdy ior kqy ktb mdx mdy muz mvz mym sgw stv"
        " ti tig und_ER und_ET wal wle xan zwa"
        " "
    ),
    "Mymr": (
        " aio blk bwe csh dnu dnv hpo int jkm kht kjp ksu ksw kvq kvt kxf kxk mnw mwt my obr omx pce phk pll pwo pyx"
        " rbb rki rmz shn tco tjl tvn und_MM"
        " "
    ),
    "Tibt": (
        " adx bfu bkk bo bro cgk cna dka dre dz dzl ght goe jda jya kbg khg kjz kkf lbj lkh luk lya muk neh npb ole"
        " otb sbu sgt sip spt tcn tgf tsj und_BT xkf zau"
        " "
    ),
    "Cyrl": (
        " ab ady agx akv alr alt ani aqc atv av az_RU ba be bg bhh bph bua bxm ce chm cji ckt clw crh cu cv dar ddo"
        " dlg dng enf enh eve evn gdo gin gld huz inh itl jct jdt kaa kap kbd kca ket khv kim kjh kk koi kpt kpy krc"
        " krk kum kv kva ky lbe lez mdf mk mn mns mrj mtm mud myv ndf neg nio niv nog oaa oac omk orv os paq pnt_RU"
        " rsk ru rue rut sah sel sgh sia sjd sjt sr sty tab tg tin tt tyv ude udi udm ug_KZ ug_MN ugh uk ulc und_BG"
        " und_BY und_KG und_KZ und_MK und_MN und_RS und_RU und_TJ und_UA uz_CN xal xas xdq xpm xrm xrn xwo yai ykg ykh"
        " ynk yrk ysr yug yux zko zkz"
        " "
    ),
    "Deva": (
        " agi ahr anp anq anr aph asr awa bap bee bfb bfy bfz bgc bgd bgq bgw bha bhb bhd bhi bhj bho bht bhu biy bjj"
        " bmj bns bpx bra brd brx btv byh byw cdh cdj cdm chx cih ctn daq dhi dho dhw doi drq dry dty duh dus dwz emg"
        " emu fmu gbk gbm gdx ghe goj gok gon gra gvr gyo hi hif hlb hne hoc hoj hoy hut jee jml jnl jns jul kex kfb"
        " kfk kfp kfq kfr kfs kfu kfx kfy kgj kgy khn kif kip kjl kjo kkt kle klr kmj knn kok kra kru ksz kte kyv kyw"
        " lae lbf lbm lbr lhm lif lmh loy luu mag mai mgp mjl mjt mjz mkb mke mr mrd mrr mtr mut mwr nao ncd ne new"
        " nlx nmm noe noi nwx ola oon pch pci pgg phd phw pum pwr raa rab raf raj rav rji rjs rtw rwr sa sck scp sd_IN"
        " sgj sjp skj soi srx swv syw taj tdb tdg tdh tge the thf thl thq thr ths tij tkb tkt ttz twm und_IN und_NP"
        " unr_NP vah vas vav vay vjk wbr wme wtm xnr xsr ybh ybi"
        " "
    ),
    "Arab": (
        " aao abh abv acm acq acw acx adf aeb aec aee aeq afb aib aiq apc apd ar arq ars ary arz ask atn auj auz avd"
        " avl ayh ayl ayn ayp az_IQ az_IR azb bal bdz bej bft bgn bgp bhe bhm bjm bqi brh brk bsh bsk chg cja ckb clh"
        " dcc def deh dgl dmk dml esh fa fay faz fia fub gbz ggg gha ghr gig gjk gju glh glk gwc gwf gwt gzi ha_CM"
        " ha_SD hac haz hkh hnd hno hoh hrz hss isk jad jat jbn jdg jnd jog kbu kby kcy kfm khw kk_AF kk_CN kk_IR"
        " kk_MN klj kmz ks ktl ku_LB kvx kxp ky_CN lah lki lrc lrk lrl lsa lss luv luz mby mde mfa mfi mhj mki mnj"
        " ms_CC mve mvy mzn nli nlm ntz nyq odk oru ota pa_PK pbt phl phr phv plk prc prd prx ps psh psi pst qxq rdb"
        " rmt sbn scl sd sdb sdf sdg sdh sds sgr sgy shd shm shu shv siy siz skr smy sqo sqt srh srz ssh sts swb tg_PK"
        " tjo tks tov tra trm trw ug und_AE und_AF und_BH und_CC und_DZ und_EG und_EH und_IQ und_IR und_JO und_KM"
        " und_KW und_LB und_LY und_MA und_MR und_OM und_PK und_PS und_QA und_SA und_SD und_SS und_SY und_TD und_TN"
        " und_YE ur ush uz_AF uzs vaf vgr vmh wbk wlo wne wni wsv xhe xka xkc xkj xkp xvi ydg zba zdj zum"
        " "
    ),
    "Latn": (
        " aa aaa aab aac aad aae aag aah aai aak aal aan aap aaq aas aau aaw aax aaz aba abb abc abd abe abf abg abi"
        " abm abn abo abp abr abs abt abu abw abx aby abz aca acb acd ace acf ach acn acp acr acs act acu acv acy acz"
        " ada adb add ade adg adh adi adj adl adn ado adq adr adt adu adw adz aea aek ael aem aer aeu aew aey aez af"
        " afd afe afh afi afk afn afo afp afs afu afz aga agb agc agd age agf agg agh agk agl agm agn ago agq agr ags"
        " agt agu agv agw agy agz aha ahb ahh ahi ahk ahl ahm ahn ahp ahs aht aia aic aid aie aif aig aik ail aim aip"
        " air ait aiw aix aiy aja ajg aji ajn ajw ajz ak akb akc akd ake akf akg akh aki akl ako akp akq akr aks akt"
        " aku akw akz ala alc ald ale alf alh ali alj alm aln alo alp alq alu alx aly alz ama amb amc ame amf amg ami"
        " amj amk amm amn amo amp amq amr amt amu amv amx amy amz an ana anb anc and ane anf ang anh anj ank anl anm"
        " ann ano ans ant anv anw anx any anz aoa aob aoc aod aoe aof aog aoi aoj aok aol aom aon aor aos aox aoz apb"
        " ape apf apg api apj apk apl apm apn apo app apr aps apt apu apv apw apx apy apz aqd aqg aqk aqm aqn aqr aqt"
        " aqz ard are arh ari arj ark arl arn aro arp arr aru arw arx asa asb asc asg ash asi asj asl asn aso ass ast"
        " asu asv asx asy asz ata atb atc atd ate atg ati atj atk atl atm ato atp atq atr ats att atu atw atx aty atz"
        " aua auc aud aug auh aui auk aul aum aun auo aup auq aur aut auu auw auy avb avi avk avm avn avo avs avt avu"
        " avv awb awc awe awg awh awi awk awm awo awr aws awt awu awv aww awx awy axb axe axg axk axl axx ay aya ayb"
        " ayc ayd aye ayg ayi ayk ayo ayq ays ayt ayu ayz az azd azg azm azn azo azt azz baa bab bac bae baf bag bah"
        " baj ban bao bar bas bau bav baw bay bba bbb bbc bbd bbe bbf bbg bbi bbj bbk bbm bbn bbo bbp bbq bbr bbs bbt"
        " bbu bbv bbw bbx bby bca bcb bcd bce bcf bcg bch bci bcj bck bcm bcn bco bcp bcr bcs bct bcu bcv bcw bcy bcz"
        " bda bdb bdc bdd bde bdf bdg bdh bdi bdj bdk bdl bdm bdn bdo bdp bdq bdr bds bdt bdu bdw bdx bdy bea beb bec"
        " bed bef beh bei bek bem beo bep beq bes bet beu bev bew bex bey bez bfa bfc bfd bfe bff bfg bfh bfj bfl bfm"
        " bfn bfo bfp bfs bfx bga bgb bgf bgg bgi bgj bgo bgr bgs bgt bgu bgv bgy bgz bhc bhf bhg bhl bhp bhq bhr bhs"
        " bhv bhw bhy bhz bi bia bib bid bie bif big bik bil bim bin bio bip biq bir bit biu biv biw biz bja bjb bjc"
        " bjg bjh bji bjk bjl bjn bjo bjp bjr bjs bjt bju bjv bjw bjx bjy bjz bka bkc bkd bkf bkg bkh bki bkj bkl bkm"
        " bkn bko bkp bkq bkr bks bkt bku bkv bkw bkx bky bkz bla blb blc bld ble blf blh bli blj blm bln blo blp blq"
        " blr bls blv blw blx bly blz bm bma bmb bmc bmd bme bmf bmg bmh bmi bmk bml bmm bmn bmo bmp bmq bmr bms bmu"
        " bmv bmw bmx bmz bna bnb bnc bnd bne bnf bng bni bnj bnk bnm bnn bno bnp bnq bnr bnu bnv bnw bnx bny bnz boa"
        " bob boe bof boh boj bok bol bom bon boo bop boq bor bot bou bov bow box boy boz bpa bpc bpd bpe bpg bpi bpj"
        " bpk bpl bpm bpo bpp bpq bpr bps bpt bpu bpv bpw bpz bqa bqb bqc bqd bqf bqg bqj bqk bql bqm bqo bqp bqq bqr"
        " bqs bqt bqu bqv bqw bqx bqz br brc brf brg bri brj brl brm brn brp brq brr brs brt bru bry brz bs bsa bsb"
        " bsc bse bsf bsi bsj bsl bsm bsn bso bsp bsr bss bsu bsv bsw bsx bsy bta btc bte btf btg bth bti btj btn bto"
        " btp btq btr bts btt btu btw btx bty btz bub buc bud bue buf bug buh bui buj buk bum bun buo bup buq bus but"
        " buu buv buw bux buy buz bva bvb bvc bvd bve bvf bvg bvh bvi bvj bvk bvm bvn bvo bvq bvr bvt bvu bvv bvw bvx"
        " bvy bvz bwa bwb bwc bwd bwf bwg bwh bwi bwj bwk bwl bwm bwo bwp bwq bwr bws bwt bwu bww bwx bwy bwz bxa bxb"
        " bxc bxf bxg bxh bxi bxj bxl bxn bxo bxp bxq bxs bxv bxw bxz bya byb byc byd bye byf byi byj byk byl bym byp"
        " byr bys byv byx byz bza bzb bzc bzd bze bzf bzh bzj bzk bzl bzm bzn bzo bzp bzq bzr bzt bzu bzv bzw bzx bzy"
        " bzz ca caa cab cac cad cae caf cag cah caj cak cal cam can cao cap caq car cas cav caw cax cay caz cbb cbc"
        " cbd cbg cbi cbj cbk cbl cbo cbq cbr cbs cbt cbu cbv cbw cby ccc ccd cce ccg cch ccj ccl ccm cco ccr cdf cdr"
        " cea ceb ceg cek cen cet cey cfa cfd cfg cfm cga cgc cgg ch chb chd chf chh chj chk chl chn cho chp chq cht"
        " chw chy chz cia cib cic cie cim cin cip cir ciw ciy cje cjh cjk cjn cjo cjp cjs cjv ckl ckm ckn cko ckq ckr"
        " cks cku ckv ckx cky ckz cla clc cle cli clj clk cll clm clo clt clu cly cma cme cmi cml cmo cmr cms cmt cnb"
        " cnc cng cnh cni cnk cnl cnq cns cnt cnw cnx co coa cob coc cod coe cof coh coj cok col com coo coq cot cou"
        " cox coz cpa cpb cpc cpi cpn cpo cps cpu cpx cpy cqd cra crb crc crd crf crg cri crn cro crq crs crt crv crw"
        " crx cry crz cs csa csb csj csk csm cso css cst csv csy csz cta ctc cte cth ctl ctm cto ctp cts ctu ctz cua"
        " cub cuc cuh cui cuj cuk cul cuo cup cut cuv cux cuy cvg cvn cwa cwb cwe cwg cwt cxh cy cya cyb cyo czn czt"
        " da daa dac dad dae dag dah dai daj dak dal dam dao das dau dav daw dax daz dba dbb dbd dbe dbf dbg dbi dbj"
        " dbl dbm dbn dbo dbp dbq dbt dbu dbv dbw dby dcr dda ddd dde ddg ddi ddj ddn ddr dds ddw de dec ded dee deg"
        " dei dek del dem den deq des dev dez dga dgb dgc dgd dge dgg dgh dgi dgk dgn dgr dgs dgt dgw dgx dgz dhg dhl"
        " dhm dhr dhs dhu dhv dhx dia dib dic did dif dig dih dii dij dil din dio dip dir dis diu diw dix diy diz dja"
        " djb djc djd dje djf dji djj djk djm djn djo djr dju djw dkg dkk dkr dks dkx dlm dln dma dmb dmc dmd dme dmg"
        " dmm dmo dmr dms dmu dmv dmw dmx dmy dna dnd dne dni dnj dnk dnn dno dnr dnt dnw dny doa dob doc doe dof doh"
        " dok dol don doo dop dor dos dot dov dow doy dpp drc drg dri drl drn dro drt dru dsb dsh dsi dsk dsn dsq dta"
        " dtb dtd dth dti dtk dtm dto dtp dtr dts dtt dtu dua duc due duf dug dui duk dul dum dun duo dup duq dur duu"
        " duv duw dux duy duz dva dwa dwr dws dwu dww dwy dya dyb dyd dyg dyi dym dyn dyo dyr dyu dyy dza dzd dze dzg"
        " dzn eaa ebc ebg ebk ebo ebr ebu ee efa efe efi ega egl egm ego ehu eip eit eiv eja eka eke ekg eki ekl ekm"
        " eko ekp ekr ele elk elm elo elu ema emb eme emi emm emn emp ems emw emx emz en ena enb enc end enl enm enn"
        " eno enq enr env enw enx eo eot epi erg erh eri erk err ers ert erw es ese esi esm ess esu esy et etb etn eto"
        " etr ets etu etx etz eu eud evh ewo ext eya eyo eza eze faa fab fad faf fag fah fai faj fak fal fam fan fap"
        " far fau fax fbl fer ff ffi ffm fgr fi fie fif fil fip fir fit fiw fj fkk fkv fla flh fli fll fln flr fly fmp"
        " fnb fng fni fo fod foi fom fon for fos fpe fqs fr frc frd frk frm fro frp frq frr frs frt fud fue fuf fuh"
        " fui fum fun fuq fur fut fuu fuv fuy fvr fwa fwe fy ga gaa gab gac gad gae gaf gag gah gai gaj gak gal gam"
        " gao gap gar gat gaw gax gay gba gbb gbd gbe gbf gbg gbh gbi gbn gbp gbq gbr gbs gbu gbv gbw gbx gby gcc gcd"
        " gcf gcl gcn gcr gct gd gdc gdd gde gdf gdg gdh gdi gdj gdk gdl gdm gdn gdq gdr gdt gdu gea geb gec ged gef"
        " geg geh gei gej gek gel geq ges gev gew gex gey gfk gga ggb ggd gge ggk ggl ggt ggu ggw ghc ghk ghn ghs gia"
        " gib gic gid gie gih gil gim gip giq gir gis git gix giy giz gjm gjn gjr gka gkd gke gkn gko gkp gku gl glb"
        " glc glj gll glo glr glu glw gma gmb gmd gmg gmh gmm gmn gmr gmu gmx gmz gn gna gnb gnc gnd gne gng gnh gni"
        " gnj gnk gnl gnm gnn gnq gnr gnt gnu gnw gnz goa gob goc god gog goh goi gol goo gop goq gor gos gou gov gow"
        " gox goy gpa gpe gpn gqa gqn gqr grb grd grg grh gri grj grm grq grs grv grw grx gry grz gsl gsn gso gsp gsw"
        " gta gtu gua gub guc gud gue guf guh gui guk gul gum gun guo gup guq gur gut guu guw gux guz gv gva gvc gve"
        " gvf gvj gvl gvm gvn gvo gvp gvs gvy gwa gwb gwd gwe gwg gwi gwj gwm gwn gwr gwu gww gwx gxx gyb gyd gye gyf"
        " gyg gyi gyl gym gyn gyr gyy gyz gza gzn ha haa had hae hag hah hai haj hal ham han hao hap haq has hav haw"
        " hax hay hba hbb hbn hbu hch hed heg heh hei hem hgm hgw hhi hhr hhy hia hib hid hig hih hij hik hil hio hir"
        " hiw hix hji hka hke hkk hla hld hlt hma hmb hmf hmm hmn hmp hmr hms hmt hmu hmv hmw hmy hmz hna hng hnh hni"
        " hnn hns ho hoa hob hod hoe hoi hol hom hoo hop hor hot hov hr hra hrc hre hrk hrm hro hrp hru hrw hrx hsb ht"
        " hti hto hts htu hu hub huc hud hue huf hug huh hui huk hul hum hup hur hus huu huv huw hux hvc hve hvk hvn"
        " hvv hwa hwc hwo hya hz ia iai ian iar iba ibb ibd ibe ibg ibh ibl ibm ibn ibr ibu iby ica ich icr id ida idb"
        " idc idd ide idi idr ids idt idu ie ifa ifb ife iff ifk ifm ifu ify ig igb ige igg igl igm ign igo igs igw"
        " ihb ihi ihp ihw iin ijc ije ijj ijn ijs ik ikh iki ikk ikl iko ikp ikr ikt ikv ikw ikx ikz ila ilb ilg ili"
        " ilk ilm ilo ilp ilu ilv imi iml imn imo imr ims imt in inb ing inj inn ino inp io iou iow ipi ipo iqu iqw"
        " ire irh iri irk irn irx iry is isa isc isd ish isi ism isn iso ist isu it itb itd ite iti itm ito itr its"
        " itt itv itw itx ity itz ium ivb ivv iwk iwm iwo iws ixc ixl iya iyo iyx izh izm izr izz jaa jab jac jae jaf"
        " jah jaj jak jal jam jan jao jaq jas jau jax jay jaz jbi jbj jbk jbm jbo jbr jbt jbu jbw jeb jeh jei jek jel"
        " jen jer jet jeu jgb jgk jgo jhi jia jib jic jid jie jig jil jim jit jiu jiv jiy jjr jka jko jku jle jma jmb"
        " jmc jmd jmi jmn jmr jms jmw jmx jng jni jnj job jod jor jow jqr jra jrr jrt jru jua jub jud juh jui juk jum"
        " juo jup jur jut juu juw jv jvd jvn jw jwi jyy kab kac kad kag kah kai kaj kak kam kao kaq kav kax kay kba"
        " kbb kbc kbe kbh kbi kbj kbk kbl kbm kbn kbo kbp kbq kbr kbs kbt kbv kbw kbx kbz kcb kcc kcd kce kcf kcg kch"
        " kci kcj kck kcl kcm kcn kco kcp kcq kcs kct kcu kcv kcw kcz kda kdc kdd kde kdf kdg kdh kdi kdj kdk kdl kdm"
        " kdn kdp kdr kdw kdx kdy kdz kea keb kec ked kee kef keg keh kei kek kel kem ken keo ker kes keu kew kez kff"
        " kfl kfn kfo kfv kfw kfz kg kga kgb kge kgf kgk kgl kgo kgp kgq kgr kgs kgt kgu kgv kgw kgx kha khc khd khe"
        " khh khj khl khp khq khr khs khu khx khy khz ki kia kib kic kid kie kig kih kij kil kio kiq kis kit kiu kiv"
        " kiw kix kiy kiz kj kja kjb kjc kjd kje kji kjj kjk kjm kjn kjq kjr kjs kju kjx kjy kka kkb kkc kkd kke kkg"
        " kki kkj kkk kkl kkm kko kkp kkq kkr kks kku kkv kkw kkx kky kkz kl kla klb klc kld klf klg klh kli klk kll"
        " klm kln klo klp klq kls klt klu klv klw klx kly klz kma kmb kmc kmd kme kmf kmg kmh kmi kmk kml kmm kmn kmo"
        " kmp kmq kms kmt kmu kmv kmw kmx kmy kna knb knd kne knf kni knj knk knl knm kno knp knq knr kns knt knu knv"
        " knw knx kny knz koa koc kod koe kof kog koh kol koo kop koq kos kot kou kov kow koy koz kpa kpc kpd kpe kpf"
        " kpg kph kpi kpj kpk kpl kpm kpn kpo kpq kpr kps kpu kpw kpx kpz kqa kqb kqc kqe kqf kqg kqh kqi kqj kqk kql"
        " kqm kqn kqo kqp kqq kqr kqs kqt kqu kqv kqw kqx kqz kr krb krd kre krf krh kri krj krl krn krp krs krt krw"
        " krx kry krz ksb ksc ksd kse ksf ksg ksh ksi ksj ksk ksl ksm ksn kso ksp ksq ksr kss kst ksv ksx kta ktc ktd"
        " ktf ktg kth kti ktj ktk ktm ktn kto ktq kts ktt ktu ktv ktw ktx kty ktz ku kub kuc kud kue kug kuh kui kuj"
        " kuk kul kun kuo kup kuq kus kut kuu kuv kuw kux kuy kuz kvb kvc kvd kve kvf kvg kvh kvi kvj kvl kvm kvn kvo"
        " kvp kvr kvv kvw kvz kw kwa kwb kwc kwd kwe kwf kwg kwh kwi kwj kwk kwl kwm kwn kwo kwp kwr kws kwt kwu kwv"
        " kww kwy kwz kxa kxb kxc kxd kxi kxj kxn kxo kxq kxr kxt kxv kxw kxx kxy kxz ky_TR kya kyb kyc kyd kye kyf"
        " kyg kyh kyi kyj kyk kyl kym kyn kyo kyq kyr kys kyt kyx kyy kyz kza kzb kzc kzd kze kzf kzi kzk kzl kzm kzn"
        " kzo kzp kzr kzs kzu kzv kzw kzx kzy kzz la laa lac lag lai laj lal lam lan lap laq lar las lau law lax laz"
        " lb lbb lbi lbl lbn lbq lbt lbu lbv lbw lbx lby lbz lcc lcd lce lcf lch lcl lcm lcq lcs lda ldb ldd ldg ldh"
        " ldi ldj ldk ldl ldm ldn ldo ldp ldq lea leb lec led lee lef leh lei lej lek lel lem len leo leq ler les let"
        " leu lev lew lex ley lfa lfn lg lga lgb lgg lgh lgi lgk lgl lgm lgn lgo lgq lgr lgt lgu lgz lha lhh lhi lhn"
        " lht lhu li lia lib lic lid lie lig lih lij lik lil lio lip liq lir liu liv liw lix liy liz lja lje lji ljl"
        " ljp ljw ljx lka lkb lkc lkd lke lkj lkl lkm lkn lko lkr lks lkt lku lky lla llb llc lld lle llf llg lli llj"
        " llk lll llm lln llp llq llu llx lma lmb lmc lmd lme lmf lmg lmi lmj lmk lml lmo lmp lmq lmr lmu lmv lmw lmx"
        " lmy ln lna lnb lnd lng lnh lni lnj lnl lnm lnn lns lnu lnw lnz loa lob loc loe log loh loi loj lok lol lom"
        " lon loo lop loq lor los lot lou low lox loz lpa lpe lpn lpx lqr lra lrg lri lrm lrn lro lrt lrv lrz lse lsi"
        " lsm lsr lt ltg lth lti ltn lto lts ltu lu lua luc lud lue luf lui luj lul lum lun luo lup luq lur lus lut"
        " luw luy lv lva lvi lvk lvl lvu lwa lwe lwg lwh lwo lwt lww lxm lyn lzl lzn lzz maa mab mad mae maf maj mak"
        " mam man maq mas mat mau mav maw max maz mba mbb mbc mbd mbf mbh mbi mbj mbk mbl mbm mbn mbo mbp mbq mbr mbs"
        " mbt mbu mbv mbw mbx mbz mca mcb mcc mcd mce mcf mcg mch mci mcj mck mcl mcm mcn mco mcp mcq mcr mcs mct mcu"
        " mcv mcw mcx mcy mcz mda mdb mdc mdd mdg mdh mdi mdj mdk mdm mdn mdp mdq mdr mds mdt mdu mdv mdw mdz mea meb"
        " mec med mee meh mej mek mel mem men meo mep meq mer mes met meu mev mew mey mez mfb mfc mfd mfe mff mfg mfh"
        " mfj mfk mfl mfm mfn mfo mfp mfq mfr mft mfu mfv mfw mfx mfy mfz mg mgb mgc mgd mge mgf mgg mgh mgi mgj mgk"
        " mgl mgm mgn mgo mgq mgr mgs mgt mgu mgv mgw mgy mgz mh mhb mhc mhd mhe mhf mhg mhi mhk mhl mhm mhn mho mhp"
        " mhq mhs mht mhu mhw mhx mhy mhz mi mia mib mic mie mif mig mih mii mij mik mil mim min mio mip miq mir mit"
        " miu miw mix miy miz mjb mjc mjd mje mjg mjh mji mjj mjk mjm mjn mjs mjw mjx mjy mka mkc mkf mkj mkk mkl mkn"
        " mko mkp mkr mks mkt mku mkv mkw mkx mky mkz mla mlb mlc mle mlh mli mlj mlk mll mln mlo mlp mlq mlr mls mlu"
        " mlv mlw mlx mlz mma mmb mmc mmd mme mmf mmg mmh mmi mmm mmn mmo mmp mmq mmr mmt mmu mmv mmw mmx mmy mmz mna"
        " mnb mnd mne mnf mng mnh mnl mnm mnn mnp mnq mnr mnu mnv mnx mny mnz mo moa moc mod moe mog moh moi moj mok"
        " mom moo mop moq mor mos mot mou mov mow mox moy moz mpa mpb mpc mpd mpe mpg mph mpi mpj mpk mpl mpm mpn mpo"
        " mpp mpq mpr mps mpt mpu mpv mpw mpx mpy mqa mqb mqc mqe mqf mqg mqh mqi mqj mqk mql mqm mqn mqo mqp mqq mqr"
        " mqs mqu mqv mqw mqx mqy mqz mrb mrc mrf mrg mrh mrk mrl mrm mrn mrp mrq mrs mrt mru mrv mrw mrx mry mrz ms"
        " msb msc mse msf msg msh msi msj msk msl msm msn mso msp msq mss msu msv msw msx msy msz mt mta mtb mtc mtd"
        " mte mtf mtg mth mti mtj mtk mtl mtn mto mtp mtq mts mtt mtu mtv mtw mtx mty mua mub muc mue mug muh mui muj"
        " mum muo muq mur mus muu mux muy mva mvd mvg mvh mvk mvl mvn mvo mvp mvq mvr mvs mvt mvu mvv mvw mvx mwa mwb"
        " mwc mwe mwf mwg mwh mwi mwk mwl mwm mwn mwo mwp mwq mws mwu mwv mwz mxa mxb mxc mxd mxe mxf mxg mxh mxi mxj"
        " mxk mxl mxm mxn mxo mxp mxq mxr mxs mxt mxu mxv mxw mxx mxy mxz myb myc mye myf myg myh myj myk myl myp myr"
        " myu myw myx myy mza mzd mze mzh mzi mzj mzk mzl mzm mzo mzp mzq mzr mzt mzu mzv mzw mzx mzz na naa nab nac"
        " nae naf nag naj nak nal nam nap naq nar nas nat naw nax nay naz nb nba nbb nbc nbd nbe nbh nbi nbj nbk nbm"
        " nbn nbo nbp nbq nbr nbt nbu nbv nbw nby nca ncb ncc nce ncf ncg nch nci ncj nck ncl ncm ncn nco ncr nct ncu"
        " ncx ncz nd nda ndb ndc ndd ndg ndh ndi ndj ndk ndl ndm ndn ndp ndq ndr nds ndt ndu ndv ndw ndx ndy ndz nea"
        " neb nec ned nee nej nek nem nen neo neq ner net neu nex ney nez nfa nfd nfl nfr nfu ng nga ngb ngc ngd nge"
        " ngg ngh ngi ngj ngk ngl ngm ngn ngp ngq ngr ngs ngu ngv ngw ngx ngy ngz nha nhb nhc nhd nhe nhf nhg nhi nhk"
        " nhm nhn nho nhp nhq nhr nht nhu nhv nhw nhx nhy nhz nia nib nid nie nif nig nih nii nij nil nim nin niq nir"
        " nis niu niw nix niy niz nja njb njd njh nji njj njl njm njn njo njr njs njt nju njx njy njz nka nkb nkc nkd"
        " nke nkf nkg nkh nki nkj nkk nkm nkn nko nkq nkr nks nkt nku nkv nkw nkx nkz nl nla nlc nle nlg nlj nlk nlo"
        " nlq nlu nlv nlw nly nlz nma nmb nmc nmd nme nmf nmg nmh nmi nmj nmk nml nmn nmo nmp nmq nmr nms nmt nmu nmv"
        " nmw nmx nmz nn nna nnb nnc nnd nne nnf nng nnh nni nnj nnk nnl nnm nnn nnq nnr nnt nnu nnv nnw nny nnz no"
        " noa noc nof noh noj nok nop noq not nou nov now noy npg nph npl npn npo nps npu npx npy nqg nqk nql nqm nqn"
        " nqq nqt nqy nr nra nrb nre nrf nrg nri nrk nrl nrm nrp nru nrx nrz nsa nsb nsc nse nsg nsh nsm nsn nso nsq"
        " nss nsu nsw nsx nsy nsz ntd nte ntg nti ntj ntk ntm nto ntp ntr ntu ntx nua nuc nud nue nuf nug nuh nui nuj"
        " nuk num nun nuo nup nuq nur nus nut nuu nuv nuw nux nuy nuz nv nvh nvm nvo nwb nwe nwg nwi nwm nwo nwr nww"
        " nxa nxd nxe nxg nxi nxl nxn nxo nxq nxr nxx ny nyb nyc nyd nye nyf nyg nyh nyi nyj nyk nym nyn nyo nyp nyr"
        " nys nyt nyu nyv nyx nyy nza nzb nzd nzi nzk nzm nzr nzu nzy nzz obi obk obl obo obt obu oc oca oco ocu oda"
        " odt odu ofs ofu ogb ogc ogg ogo ogu ohu oia oie oin ojb ojc ojv ojw oka okb okc okd oke okg oki okk okr oks"
        " oku okv okx old olk olm olo olr olt olu om oma omb omc omg omi oml omo omt omu omw ona one ong oni onj onk"
        " onn ono onp onr ons ont onu onx ood oor opa opk opm opo opt opy ora orc ore org orn oro orr ors orw orx orz"
        " oso osp ost osu osx otd ote oti otl otm otn otq otr ots ott otu otw otx otz oub oue oum ovd owi owl oyd oym"
        " oyy ozm pab pac pad pae paf pag pah pai pak pam pao pap par pas pau pav paw pax pay paz pbb pbc pbe pbf pbg"
        " pbh pbi pbl pbm pbn pbo pbp pbr pbs pbv pby pca pcc pcd pck pcm pcn pcp pcw pda pdc pdn pdo pdt pdu pea peb"
        " ped pee pei pek pel pem pep peq pev pex pey pez pfa pfe pfl pga pgi pgk pgs pgu phg phh phm pia pib pic pid"
        " pif pig pih pij pil pim pin pio pip pir pis pit piu piv piw pix piy piz pjt pkb pkg pkh pkn pko pkp pku pl"
        " pla plb plc pld ple plg plh pln plo plr pls plu plv plw plz pma pmb pmd pme pmf pmi pmj pml pmm pmn pmo pmq"
        " pmr pms pmt pmw pmx pmy pmz pna pnc pnd pne png pnh pni pnj pnk pnl pnm pnn pno pnp pnq pnr pns pnt_TR pnv"
        " pnw pny pnz poc poe pof pog poh poi pok pom pon poo pop poq pos pot pov pow poy ppe ppi ppk ppl ppm ppn ppo"
        " ppp ppq pps ppt pqa pqm pre prf prg prh pri prk prm pro prq prr pru prw psa pse psm psn psq pss psw pt pta"
        " pth pti ptn pto ptp ptr ptt ptu ptv pua pub puc pud pue puf pug pui puj puo pup puq pur put puu puw pux puy"
        " pwa pwb pwg pwm pwn pxm pye pym pyn pyu pyy pze pzh pzn qu qua qub quc qud quf qug qui quk qul qum qun qup"
        " quq qur qus quv quw qux quy qva qvc qve qvh qvi qvj qvl qvm qvn qvo qvp qvs qvw qvz qwa qwc qwh qwm qws qwt"
        " qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw qya qyp rac rad rag rai rak ram ran rao rap rar raw rax ray raz"
        " rbk rbl rbp rcf rea reb ree reg rej rel rem ren res ret rey rga rgn rgr rgs rgu rhp ria rif ril rim rin rir"
        " rit riu rjg rkb rkh rkm rkw rm rma rmb rmc rmd rme rmf rmg rmh rmk rml rmm rmn rmo rmp rmq rmu rmw rmx rn"
        " rnd rng rnl rnn rnr rnw ro rob roc rod roe rof rog rol rom roo rop ror rou row rpn rpt rri rrm rro rrt rsw"
        " rtc rth rtm rub ruc ruf rug rui ruk ruo rup ruq ruu ruy ruz rw rwa rwk rwl rwm rwo rxd rxw saa sab sac sad"
        " sae saf saj sak sao saq sar sas sau sav saw sax say sba sbb sbc sbd sbe sbg sbh sbi sbj sbk sbl sbm sbo sbp"
        " sbq sbr sbs sbt sbv sbw sbx sby sbz sc scb sce scf scg sch sci scn sco scs scv scw sda sdc sde sdj sdk sdn"
        " sdo sdq sdu sdx se sea seb sec sed see sef seg seh sei sej sek sen seo sep seq ser ses set seu sev sew sey"
        " sez sfe sfw sg sga sgb sgc sgd sge sgi sgm sgp sgs sgu sgz sha shb shc she shg shh shj shk sho shp shq shr"
        " shs sht shw shy shz sib sid sie sif sig sih sii sij sik sil sim siq sir sis siu siv siw six sja sjb sje sjg"
        " sjl sjm sjr sju sjw sk ska skc skd ske skf skg skh ski skm skn sko skp skq sks skt sku skv skw skx sky skz"
        " sl slc sld slg slh sli slj sll slm sln slp slr slu slw slx sly slz sm sma smb smc smf smg smj smk sml smn"
        " smq smr sms smt smw smx smz sn snc sne snf sng sni snj snk snl snm snn sno snp snq snr sns snu snv snw snx"
        " sny snz so sob soc sod soe sok sol soo sop soq sor sos sov sow sox soy soz spb spc spd spe spg spi spk spl"
        " spm spn spo spp spq spr sps sq sqa sqh sqm squ sr_ME sr_RO sr_TR sra sre srf srg sri srk srl srm srn sro srq"
        " srr srs srt sru srv srw sry ss ssb ssc ssd sse ssf ssg ssj ssl ssm ssn sso ssq sst ssu ssv ssx ssy ssz st"
        " sta stb ste stf stg sth sti stj stk stl stm stn sto stp stq str stt stw su sua sub suc sue sug sui suj suk"
        " suo suq sur sus sut suv suw suy sv svb svc sve svm svs sw swf swg swj swk swm swo swp swq swr sws swt swu"
        " sww swx swy sxb sxe sxn sxr sxs sxw sya syb syi syk sym syo sys syx sza szb szc szg szl szn szp szv szw szy"
        " taa tac tad tae taf tag tak tal tan tao tap taq tar tas tau tav taw tax tay taz tba tbc tbd tbe tbf tbg tbh"
        " tbi tbj tbl tbm tbn tbo tbp tbs tbt tbu tbv tbw tbx tby tbz tca tcb tcc tcd tce tcf tcg tch tci tck tcm tcp"
        " tcq tcs tcu tcw tcz tdc tde tdi tdj tdk tdl tdm tdn tdo tdq tdr tds tdt tdv tdx tdy tea teb tec ted tee teg"
        " teh tei tek tem ten teo tep teq ter tet teu tev tew tex tey tez tfi tfn tfo tfr tft tga tgb tgc tgd tgh tgi"
        " tgj tgn tgo tgp tgq tgs tgt tgu tgv tgw tgx tgy tgz thd thh thk thp tht thu thv thy thz tic tif tih tii tik"
        " til tim tio tip tiq tis tit tiu tiv tiw tix tiy tja tjg tji tjj tjn tjp tjs tju tjw tk tka tkd tke tkf tkg"
        " tkl tkp tkq tkr tku tkv tkw tkx tkz tl tla tlb tlc tld tlf tlg tli tlj tlk tll tlm tln tlp tlq tlr tls tlt"
        " tlu tlv tlx tly tma tmb tmc tmd tme tmf tmg tmh tmi tmj tml tmm tmn tmo tmq tmt tmu tmv tmw tmy tmz tn tna"
        " tnb tnc tnd tng tnh tni tnk tnl tnm tnn tno tnp tnq tnr tns tnt tnw tnx tny to tob toc tod tof tog toh toi"
        " toj tok tol tom too top toq tor tos tou tow tox toy toz tpa tpc tpe tpf tpg tpi tpj tpk tpl tpm tpn tpp tpr"
        " tpt tpv tpx tpy tpz tqb tql tqm tqn tqo tqp tqt tqu tqw tr trb trc tre trf trh tri trj trl trn tro trp trq"
        " trr trs trt tru trv trx try trz ts tsa tsb tsc tsg tsh tsi tsl tsp tsr tst tsu tsv tsw tsx tsz ttb ttc ttd"
        " tte ttf tti ttj ttk ttl ttm ttn ttp ttr ttt ttu ttv ttw tty tua tub tuc tud tue tuf tug tuh tui tuj tul tum"
        " tun tuo tuq tus tuu tuv tux tuy tuz tva tvd tve tvi tvk tvl tvm tvo tvs tvt tvu tvw tvx twa twb twd twe twf"
        " twg twh twl twn two twp twq twr twt twu tww twx twy txa txe txi txj txm txn txq txs txt txu txx txy ty tya"
        " tye tyh tyi tyj tyl tyn typ tys tyt tyu tyx tyy tyz tzh tzj tzl tzm tzn tzo tzx uam uar uba ubi ubl ubr ubu"
        " uby uda udj udl udu ues ufi ugb uge uha uhn uis uiv uji uka ukg ukh ukk ukp ukq uku ukv ukw uky ula ulb ule"
        " ulf uli ulk ulm uln ulu ulw uly uma umb umd umg umi umm umn umo ump umr ums una und une ung uni unk unm unn"
        " unu unz uon upi upv ura urb urc ure urf urg urh uri urm urn uro urp urr urt uru urv urw urx ury urz usa usi"
        " usk usp uss usu uta ute uth utp utr utu uur uve uvh uvl uwa uya uz vae vag vaj val vam van vao vap var vau"
        " vbb vbk ve vec vem veo vep ver vi vic vid vif vig vil vin vit viv vka vkj vkk vkl vkm vkn vko vkp vkt vku"
        " vkz vlp vls vma vmb vmc vme vmf vmg vmi vmj vmk vml vmm vmp vmq vmr vms vmu vmw vmx vmy vmz vnk vnm vnp vo"
        " vor vot vra vro vrs vrt vto vum vun vut vwa wa waa wab wac wad wae waf wag wah wai waj wam wan wap waq war"
        " was wat wau wav waw wax way waz wba wbb wbe wbf wbh wbi wbj wbl wbm wbp wbt wbv wbw wca wci wdd wdg wdj wdk"
        " wdt wdu wdy wec wed weg weh wei wem weo wep wer wes wet weu wew wfg wga wgb wgg wgi wgo wgu wgy wha whg whk"
        " whu wib wic wie wif wig wih wii wij wik wil wim win wir wiu wiv wiy wja wji wka wkd wkr wkw wky wla wlg wlh"
        " wli wlm wlr wls wlu wlv wlw wlx wma wmb wmc wmd wmh wmi wmm wmn wmo wms wmt wmw wmx wnb wnc wnd wng wnk wnm"
        " wnn wno wnp wnu wnw wny wo woa wob woc wod woe wof wog woi wok wom won woo wor wos wow wpc wrb wrg wrh wri"
        " wrk wrl wrm wro wrp wrr wrs wru wrv wrw wrx wrz wsa wsi wsk wsr wss wsu wtb wtf wth wti wtk wtw wua wub wud"
        " wul wum wun wur wut wuv wux wuy wwa wwb wwo wwr www wxw wyb wyi wym wyn wyr wyy xaa xab xai xaj xak xam xao"
        " xar xat xau xav xaw xay xbb xbd xbe xbg xbi xbj xbm xbn xbp xbr xbw xby xch xda xdk xdo xdy xed xeg xem xer"
        " xes xet xeu xgb xgd xgg xgi xgm xgu xgw xh xhv xii xin xir xiy xjb xjt xkb xkd xke xkg xkl xkn xkq xkr xks"
        " xkt xku xkv xkw xkx xky xkz xla xma xmb xmc xmd xmg xmh xmj xmm xmo xmp xmq xmt xmu xmv xmw xmx xmy xmz xnb"
        " xni xnj xnk xnm xnn xnq xnt xnu xny xnz xoc xod xog xoi xok xom xon xoo xop xor xow xpa xpb xpd xpf xph xpj"
        " xpk xpl xpn xpo xpq xpt xpv xpw xpx xpz xra xrb xrd xre xrg xri xrr xru xrw xsb xse xsh xsi xsm xsn xsp xsq"
        " xsu xsy xta xtb xtc xtd xte xth xti xtj xtl xtm xtn xtp xts xtt xtu xtv xtw xty xud xul xum xun xuo xut xuu"
        " xvn xvo xvs xwa xwd xwe xwj xwk xwl xwr xwt xww xxb xxk xxm xxr xxt xya xyb xyj xyk xyl xyt xyy xzp yaa yab"
        " yac yad yae yaf yag yah yaj yak yal yam yan yao yap yaq yar yas yat yau yav yaw yax yay yaz yba ybb ybe ybj"
        " ybl ybm ybn ybo ybx yby ycl ycn ycr yda yde ydk yec yee yei yel yer yes yet yev yey yga ygi ygl ygm ygr ygu"
        " ygw yia yii yij yil yim yir yis yka yki ykk ykm yko ykr yky yla ylb yle ylg yli yll ylr ylu yly ymb yme ymg"
        " ymk yml ymm ymn ymo ymp ynd yng ynl ynq yns ynu yo yob yog yok yol yom yon yot yra yrb yre yrl yrm yro yrs"
        " yrw yry yss ytw yty yua yub yuc yuf yui yuj yul yum yun yup yuq yur yut yuw yuz yva yvt ywa ywg ywn ywr yww"
        " yxa yxg yxl yxm yxu yxy yyr yyu za zaa zab zac zad zae zaf zag zah zaj zak zam zao zap zaq zar zas zat zav"
        " zaw zax zay zaz zbc zbe zbt zbu zbw zca zea zeg zem zga zgr zhi zhn zhw zia zik zil zim zin ziw ziz zka zkd"
        " zkp zku zla zlm zlu zma zmb zmc zmd zme zmf zmg zmh zmi zmj zmk zml zmm zmn zmo zmp zmq zmr zms zmt zmu zmv"
        " zmw zmx zmy zmz zna zne zng znk zns zoc zoh zom zoo zoq zor zos zpa zpb zpc zpd zpe zpf zpg zph zpi zpj zpk"
        " zpl zpm zpn zpo zpp zpq zpr zps zpt zpu zpv zpw zpx zpy zpz zrn zro zrs zsa zsr zsu zte ztg ztl ztm ztn ztp"
        " ztq zts ztt ztu ztx zty zu zuh zun zuy zyj zyp zza"
        " "
    ),
}


def likely_script(language: str, region: str = "") -> str | None:
    """The script of a language subtag in a region; None for a language that CLDR does not know."""
    for key in (f" {language}_{region} ", f" {language} ") if region else (f" {language} ",):
        for script, languages in _LANGUAGES.items():
            if key in languages:
                return script
    return None
