import Crypto
import CryptoExtras
import GRDB
import Logging
