"""An AVIF file that is larger than it says, which only its decoder finds."""

import base64
import io
import zlib

import pytest

from upendo.catalogue.pictures import renditions
from upendo.catalogue.pictures.headers import PictureError
from upendo.catalogue.tests.factories import image_file

# 8000 x 8000 red pixels behind a header of 640 x 480.
LYING = zlib.decompress(
    base64.b85decode(
        "c-muNU{FXasVqn=%S>Yc0uY^>nP!-qnV9D5Xy^nKdYzkElE?r7iWw<6MNl?FL1uCZ0~+8f$SlbPvlxL`E;A=T8N_h`"
        "@fjhajKT~I%!WX=MrLMS8eFXukdw*;<t3IG7&_<Y<b&<X$}A`<0Mg!>1<Cn9S|qc$AQfUAQv*=>10X}7AhRM9B*M(W"
        "!2zUr63Yyo8|8UGLc+=UIYoKNITb*Yc^TM%S{TGL3vyw80y>O^k*S#lsMj(#C9y<^fs0%Ivt9k?Zyg*NCJILL*(7}2"
        "+gtBm_BA<l>;MBp!ueC0$ESQ{-74$s^v&dP{E`nfG3`ezGygLD2v~G%+B}9HXPK_Q&MqhBA2+hfIWW!Dd*|G08*j;@"
        "zRQ&ESxs0Q{Y+sm_vz$U>;3Pl{r<S}*&&xVrk!_+tzz=TxUMDDPBMx}I)BO~+M&^Q@wUcWkM=e$+5a*6#uu4=0T}{"
        "Uiug6mrFm958!NdwXe`ss&AGAZeC~rkzi)G$vZ}weH=I|j&-z|XRA>D<uVN{I*^T|%&K!&9oV+fu!_sTb{G;WE1a8D"
        "zNNueNpoblC#M_a}xcIR|M84CZll6vo&!6w~(cY{b;<1-KFLb+m_CI}3#utk}hPV`X%$oXZ?bl~pvVN?c_qrmH=6<Le"
        "9#+sc9suxryHE"
    )
)


def test_a_file_that_hides_its_size_is_refused() -> None:
    with pytest.raises(PictureError, match="it is damaged"):
        renditions.read(io.BytesIO(LYING))


@pytest.mark.parametrize("size", [(640, 480), (2800, 2200)])
def test_an_honest_file_is_taken(size: tuple[int, int]) -> None:
    assert renditions.read(image_file(size, "AVIF")).size[0] in {640, 2400}
